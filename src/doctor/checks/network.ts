import { diagnoseFailure } from "../../core/diagnose.ts";
import type { Problem } from "../../core/problem.ts";
import { defineCheck } from "../check.ts";

const mostSkew = 120;

/** The gateway can be reached, it is the gateway that answers, and this machine's clock is right. */
export const network = defineCheck({
  id: "network",
  needs: ["network"],
  judge: ({ network: { host, dns, tcp, tls, http, at } }) => {
    const failed = [dns, tcp, tls, http].find((step) => step && !step.ok);
    if (failed && !failed.ok) {
      const { errno, message } = failed;
      const { problem } = diagnoseFailure({ kind: "network", url: `https://${host}/`, errno, message });
      return [{ ...problem, params: { ...problem.params, host } }];
    }
    if (!http?.ok) return [];
    const problems: Problem[] = [];
    const isPage = /text\/html/i.test(http.headers["content-type"] ?? "");
    const isElsewhere = http.status >= 300 && http.status < 400;
    const leads = isElsewhere && !(http.headers["location"] ?? "").includes(host);
    if (leads || (isPage && /log ?in|portal|wi-?fi|登录|认证/i.test(http.body)))
      problems.push({ code: "captive-portal", params: { host } });
    const seconds = Math.round(Math.abs(at - Date.parse(http.headers["date"] ?? "")) / 1000);
    if (seconds > mostSkew) problems.push({ code: "clock-skew", params: { seconds } });
    return problems;
  },
});
