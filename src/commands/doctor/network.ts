import { proxyFor } from "../../core/proxy.ts";
import { type NetworkSteps, Unmet } from "../../doctor/facts.ts";
import type { Context } from "../../ports.ts";

/** Tries the way to the gateway step by step. Throws Unmet where a proxy stands in between: it goes that way. */
export async function traceRoute(context: Context, baseUrl: string): Promise<NetworkSteps> {
  if (proxyFor(baseUrl, context.env) !== undefined) throw new Unmet("proxy");
  const url = new URL(baseUrl);
  const secure = url.protocol === "https:";
  const port = Number(url.port) || (secure ? 443 : 80);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const probe = await context.probe();
  const steps = () => ({ host, at: context.now().getTime() });
  const dns = await probe.dns(host);
  if (!dns.ok) return { ...steps(), dns };
  const tcp = await probe.tcp(host, port);
  if (!tcp.ok) return { ...steps(), dns, tcp };
  const tls = secure ? await probe.tls(host, port) : undefined;
  const reached = { dns, tcp, ...(tls ? { tls } : {}) };
  if (tls && !tls.ok) return { ...steps(), ...reached };
  const http = await probe.get(`${baseUrl}/models`);
  return { ...steps(), ...reached, http };
}
