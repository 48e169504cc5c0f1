import { type Problem, problemOf } from "../core/problem/index.ts";
import { failedStep, type NetworkSteps, type RouteStep } from "./gateway-facts.ts";

const mostSkew = 120;

function proxyProblem({ host, proxy }: NetworkSteps, step: RouteStep): Problem | undefined {
  if (!proxy) return undefined;
  const evidence = [`${proxy.variable} = ${proxy.shown}`];
  const params = { host, source: proxy.variable };
  if (step.name === "proxy")
    return { code: "proxy-error", params: { ...params, variant: "malformed" }, evidence };
  const said = [step.errno, step.message].filter(Boolean).join(": ");
  if (step.name !== "http")
    return {
      code: "proxy-error",
      params: { ...params, variant: "unreachable" },
      evidence: [...evidence, said],
    };
  const isAsked = /\b407\b/.test(step.message ?? "");
  const all = { evidence: [...evidence, said] };
  if (isAsked) return problemOf("proxy-error", { ...params, variant: "password" }, all);
  return problemOf("proxy-error", params, all);
}

/** A step that failed, by its cause. */
async function stepProblem(network: NetworkSteps, step: RouteStep): Promise<Problem> {
  const { host, port, unread, proxy } = network;
  const { errno, message = "" } = step;
  const url = `https://${host}:${port}/`;
  const { diagnoseFailure } = await import("../core/diagnosis/index.ts");
  const { problem } = diagnoseFailure({
    kind: "network",
    url,
    message,
    ...(errno === undefined ? {} : { errno }),
    ...(proxy ? { proxy: proxy.shown } : {}),
  });
  const throughProxy = problem.code === "proxy-error" || step.name === "dns" || step.name === "tcp";
  const ofProxy = throughProxy || step.name === "proxy" ? proxyProblem(network, step) : undefined;
  if (ofProxy) return ofProxy;
  const evidence = [`${step.name}: ${[errno, message].filter(Boolean).join(": ")}`];
  const { code } = problem;
  if (unread && (code === "network-dns" || code === "network-timeout" || code === "network-refused"))
    return problemOf(code, { variant: "unread-proxy", host, source: unread }, { evidence });
  const { detail: _, ...params } = problem.params;
  return { ...problem, params: { ...params, host }, evidence };
}

/** A certificate from the future: it is this machine that lives in the past. */
function clockBehind(step: RouteStep, at: number): Problem[] {
  const from = /valid from (\S+)/.exec(step.message ?? "")?.[1];
  if (step.errno !== "CERT_NOT_YET_VALID" || from === undefined) return [];
  const seconds = Math.round((Date.parse(from) - at) / 1000);
  return [
    {
      code: "clock-skew",
      params: { seconds, variant: "behind" },
      evidence: [`${step.errno}: ${step.message}`],
    },
  ];
}

/** How far this machine's clock is ahead, in seconds; undefined if no server stated the time. */
export function secondsAhead({ answer, at }: NetworkSteps): number | undefined {
  const date = Date.parse(answer?.headers["date"] ?? "");
  return Number.isNaN(date) ? undefined : Math.round((at - date) / 1000);
}

function clockProblem(network: NetworkSteps): Problem[] {
  const seconds = secondsAhead(network) ?? 0;
  if (Math.abs(seconds) <= mostSkew) return [];
  return [
    {
      code: "clock-skew",
      params: { seconds: Math.abs(seconds), variant: seconds > 0 ? "ahead" : "behind" },
      evidence: [`Date: ${network.answer?.headers["date"] ?? ""}`],
    },
  ];
}

/** A page of this network's own instead of the gateway's answer. */
function portal({ host, answer }: NetworkSteps): Problem[] {
  if (!answer) return [];
  const { status, headers, body } = answer;
  const location = headers["location"] ?? "";
  const leads =
    status >= 300 && status < 400 && URL.canParse(location) && new URL(location).hostname !== host;
  const isPage = /text\/html/i.test(headers["content-type"] ?? "");
  const asks = isPage && /log ?in|portal|wi-?fi|登录|登陆|认证|上网/i.test(body);
  if (!leads && !asks && status !== 511) return [];
  const title = /<title[^>]{0,200}>([^<]{1,120})/i.exec(body)?.[1]?.trim();
  const evidence = [`HTTP ${status}`, ...(leads ? [location] : title ? [title] : [])];
  return [{ code: "captive-portal", params: { host }, evidence }];
}

/** What is wrong on the way to the gateway. */
export async function wayProblems(network: NetworkSteps): Promise<Problem[]> {
  const failed = failedStep(network);
  if (failed) return [...clockBehind(failed, network.at), await stepProblem(network, failed)];
  return [...portal(network), ...clockProblem(network)];
}

/** Whether a request reaches the gateway. A request that does not says nothing about the gateway itself. */
export function isWayOpen(network: NetworkSteps | undefined): boolean {
  if (network === undefined) return true;
  return !failedStep(network) && portal(network).length === 0;
}
