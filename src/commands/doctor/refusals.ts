import { getArray, getString } from "../../core/value.ts";
import { Unmet } from "../../doctor/facts.ts";
import type { OpenClaw } from "../../ports.ts";

/** What `config validate --json` (OpenClaw 2026.3 and newer) says against the config; empty where it is accepted. */
export async function refusalsOf(openclaw: OpenClaw): Promise<string[]> {
  const { stdout } = await openclaw.run(["config", "validate", "--json"], { timeoutMs: 30_000 });
  const start = stdout.indexOf("{");
  let answer: unknown;
  try {
    answer = JSON.parse(stdout.slice(Math.max(0, start)));
  } catch {
    throw new Unmet("no-openclaw"); // an older version, which knows no such command
  }
  return getArray(answer, ["issues"]).map((issue) => {
    const [path, message] = [getString(issue, ["path"]), getString(issue, ["message"])];
    return [path, message].filter(Boolean).join(": ") || JSON.stringify(issue);
  });
}
