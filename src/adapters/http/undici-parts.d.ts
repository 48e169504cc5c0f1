// The parts of undici that are bundled: a proxy agent and a fetch that takes one. Its index has half as much again.
declare module "undici/lib/dispatcher/proxy-agent.js" {
  export default class ProxyAgent {
    constructor(options: { uri: string });
  }
}

declare module "undici/lib/dispatcher/dispatcher.js" {
  export default class Dispatcher {
    connect?: unknown;
  }
}

declare module "undici/lib/api/api-connect.js" {
  const connect: unknown;
  export default connect;
}

declare module "undici/lib/web/fetch/index.js" {
  import type ProxyAgent from "undici/lib/dispatcher/proxy-agent.js";
  export function fetch(
    url: string,
    init: Omit<RequestInit, "dispatcher"> & { dispatcher: ProxyAgent },
  ): Promise<Response>;
}
