import { type ProxyEnvironment, proxyFor } from "../../core/gateway/index.ts";
import { RequestError } from "../../core/problem/index.ts";
import type { Transport } from "./transport-types.ts";

/** A proxy variable that is no http(s) URL; the errno of a failure, so that diagnosis can tell it apart. */
const badProxy = "ERR_PROXY_URL";

/**
 * Chooses the transport for a URL. Node's own fetch ignores proxy variables (up to Node 22 this cannot be changed),
 * so a fetch of our own is loaded when one applies, and only then. Throws RequestError `network` with errno `ERR_PROXY_URL` if
 * the variable contains no http(s) URL.
 */
export async function transportFor(url: string, env: ProxyEnvironment): Promise<Transport> {
  const proxy = proxyFor(url, env);
  if (proxy === undefined) return { fetch: (target, init) => fetch(target, init) };
  if (proxy.url === undefined) {
    const message = `${proxy.variable} is not an http:// or https:// URL`;
    throw new RequestError({ kind: "network", url, errno: badProxy, message, proxy: proxy.shown });
  }
  const { createProxiedFetch } = await import("./proxied-fetch.ts");
  return { fetch: createProxiedFetch(proxy.url), proxy: proxy.shown };
}
