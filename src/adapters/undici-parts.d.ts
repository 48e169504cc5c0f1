// The two parts of undici that are bundled; its whole is half as large again.
declare module "undici/lib/dispatcher/proxy-agent.js" {
  export default class ProxyAgent {
    constructor(options: { uri: string });
  }
}

declare module "undici/lib/web/fetch/index.js" {
  import type ProxyAgent from "undici/lib/dispatcher/proxy-agent.js";
  export function fetch(
    url: string,
    init: Omit<RequestInit, "dispatcher"> & { dispatcher: ProxyAgent },
  ): Promise<Response>;
}
