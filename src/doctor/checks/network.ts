import type { Note } from "../../core/problem/index.ts";
import { defineCheck } from "../check.ts";
import { failedStep, type NetworkSteps } from "../gateway-facts.ts";
import { secondsAhead, wayProblems } from "../way.ts";

function notesOf(network: NetworkSteps): Note[] {
  const { proxy, bypassedBy, unread, certificate, steps } = network;
  const seconds = secondsAhead(network);
  return [
    ...(proxy
      ? [{ kind: "proxy", variable: proxy.variable, proxy: proxy.shown, byNode: proxy.byNode } as const]
      : []),
    ...(bypassedBy ? [{ kind: "proxy-bypassed", variable: bypassedBy } as const] : []),
    ...(unread ? [{ kind: "proxy-unread", variable: unread } as const] : []),
    ...steps.map(({ name, ok, ms, errno, message }): Note => {
      const detail = ok ? message : (errno ?? message);
      return { kind: "step", step: name, ms, ok, ...(detail ? { detail } : {}) };
    }),
    ...(certificate ? [{ kind: "certificate", ...certificate } as const] : []),
    ...(seconds === undefined ? [] : [{ kind: "clock", seconds } as const]),
  ];
}

/** The gateway can be reached, it is the gateway that answers, and this machine's clock is right. */
export const network = defineCheck({
  id: "network",
  needs: ["network"],
  uses: ["models"],
  judge: async ({ network: found, models }) => {
    const problems = await wayProblems(found);
    // One lost answer is no broken way when another request came through.
    const passing = failedStep(found)?.name === "http" && models?.ok;
    const judged = passing ? problems.map((one) => ({ ...one, severity: "warning" as const })) : problems;
    return { problems: judged, notes: notesOf(found) };
  },
});
