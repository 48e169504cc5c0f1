import connect from "undici/lib/api/api-connect.js";
import Dispatcher from "undici/lib/dispatcher/dispatcher.js";
import ProxyAgent from "undici/lib/dispatcher/proxy-agent.js";
import type { Transport } from "./transport-types.ts";

// As undici's own index does: its agents open tunnels with a method that is added from outside.
Dispatcher.prototype.connect = connect;

/**
 * A fetch through a proxy: Node's own, which takes a dispatcher of undici's (nodejs.org/api/globals.html#fetch). In: the
 * proxy's URL, credentials included.
 */
export function createProxiedFetch(proxyUrl: string): Transport["fetch"] {
  const dispatcher = new ProxyAgent({ uri: proxyUrl });
  return (target, init) => fetch(target, { ...init, dispatcher });
}
