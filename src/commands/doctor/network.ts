import { type ProxyEnvironment, proxyFor } from "../../core/gateway/index.ts";
import { failedStep, type NetworkSteps, type Route, type RouteStep } from "../../doctor/gateway-facts.ts";
import type { Context, Probe, ProbeResult } from "../../ports.ts";

type Found<T> = ProbeResult<T> & { readonly ok: true };

function stepOf<T>(
  name: RouteStep["name"],
  result: ProbeResult<T>,
  say: (found: Found<T>) => string,
): RouteStep {
  if (!result.ok) {
    const { ms, errno, message } = result;
    return { name, ok: false, ms, message, ...(errno === undefined ? {} : { errno }) };
  }
  return { name, ok: true, ms: result.ms, message: say(result as Found<T>) };
}

const bare = (host: string) => host.replace(/^\[|\]$/g, "");

/** Name and port of a host; the second is not tried when the first fails. */
async function reach(probe: Probe, host: string, port: number): Promise<RouteStep[]> {
  const dns = stepOf("dns", await probe.dns(host), ({ addresses }) => addresses.join(", "));
  if (!dns.ok) return [dns];
  return [dns, stepOf("tcp", await probe.tcp(host, port), () => `${host}:${port}`)];
}

function firstSet(env: ProxyEnvironment, names: readonly string[]): string | undefined {
  return names.find((name) => env[name]);
}

/** Proxy settings of the environment besides the one in use. */
function proxyNotes(env: ProxyEnvironment, baseUrl: string): Pick<Route, "bypassedBy" | "unread"> {
  if (proxyFor(baseUrl, env)) return {};
  const { no_proxy: _, NO_PROXY: __, ...withoutExceptions } = env;
  const bypassedBy = proxyFor(baseUrl, withoutExceptions) && firstSet(env, ["no_proxy", "NO_PROXY"]);
  const unread = firstSet(env, ["ALL_PROXY", "all_proxy"]);
  return { ...(bypassedBy ? { bypassedBy } : {}), ...(unread ? { unread } : {}) };
}

/** Node's own fetch reads the proxy variables from version 24 on, and only when configured to. */
function nodeReadsProxies({ nodeVersion, env }: Context): boolean {
  return Number.parseInt(nodeVersion, 10) >= 24 && env["NODE_USE_ENV_PROXY"] === "1";
}

/** Tries the way to the gateway up to HTTP, or the way to the proxy that leads there, step by step. */
export async function traceRoute(context: Context, baseUrl: string): Promise<Route> {
  const url = new URL(baseUrl);
  const secure = url.protocol === "https:";
  const [host, port] = [bare(url.hostname), Number(url.port) || (secure ? 443 : 80)];
  const probe = await context.probe();
  const known = { host, port, ...proxyNotes(context.env, baseUrl) };
  const at = () => context.now().getTime();
  const proxy = proxyFor(baseUrl, context.env);
  if (proxy) {
    const { variable, shown } = proxy;
    const named = { ...known, proxy: { variable, shown, byNode: nodeReadsProxies(context) } };
    if (proxy.url === undefined)
      return { ...named, steps: [{ name: "proxy", ok: false, ms: 0, errno: "ERR_PROXY_URL" }], at: at() };
    const through = new URL(proxy.url);
    const proxyPort = Number(through.port) || (through.protocol === "https:" ? 443 : 80);
    return { ...named, steps: await reach(probe, bare(through.hostname), proxyPort), at: at() };
  }
  const steps = await reach(probe, host, port);
  if (!secure || steps.some((step) => !step.ok)) return { ...known, steps, at: at() };
  const tls = await probe.tls(host, port);
  const step = stepOf("tls", tls, ({ issuer }) => issuer);
  const certificate = tls.ok ? { issuer: tls.issuer, validTo: tls.validTo } : undefined;
  return { ...known, steps: [...steps, step], at: at(), ...(certificate ? { certificate } : {}) };
}

/** Asks for the model list without a key, to see who answers. */
export async function traceAnswer(context: Context, route: Route, baseUrl: string): Promise<NetworkSteps> {
  if (failedStep(route)) return route;
  const http = await (await context.probe()).get(`${baseUrl}/models`);
  const step = stepOf("http", http, ({ status }) => `HTTP ${status}`);
  const at = context.now().getTime();
  if (!http.ok) return { ...route, steps: [...route.steps, step], at };
  const { status, headers, body } = http;
  return { ...route, steps: [...route.steps, step], at, answer: { status, headers, body } };
}
