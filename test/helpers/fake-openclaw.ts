import { delimiter, dirname, join } from "node:path";
import type { Home } from "./home.ts";

/** What the stand-in does. `refuses`: its `plugins install` fails with this text. */
export interface FakeOpenClaw {
  readonly version: string;
  readonly flags?: readonly string[];
  readonly refuses?: string;
  /** It refuses a config with this text in it. */
  readonly refusesText?: string;
  /** Ids of other plugins that provide `aisa`. */
  readonly rivals?: readonly string[];
  /** Ids of saved sign-ins. */
  readonly signIns?: readonly string[];
}

/**
 * Puts a stand-in for OpenClaw into a home: it knows the few commands that the plugin commands run, and keeps the
 * arguments of every run in `calls`. Out: the PATH to run our program with.
 */
export function placeOpenClaw(home: Home, fake: FakeOpenClaw): { path: string; calls(): string[] } {
  const profiles = (fake.signIns ?? []).map((id) => ({ id, provider: "aisa" }));
  const loaded = { id: "aisa", enabled: true, status: "loaded", version: "1.0.0", providerIds: ["aisa"] };
  const rivals = (fake.rivals ?? []).map((id) => ({ ...loaded, id }));
  const install = fake.refuses ? `echo "${fake.refuses}" >&2; exit 1` : "touch there";
  const refusal = JSON.stringify({ valid: false, issues: [{ path: "models", message: "Invalid input" }] });
  const validate = fake.refusesText
    ? `if grep -q '${fake.refusesText}' ../.openclaw/openclaw.json; then echo '${refusal}'; exit 1; else echo '{"valid":true}'; fi`
    : `echo '{"valid":true}'`;
  const script = `#!/bin/sh
cd "$(dirname "$0")"
echo "$*" >> calls
case "$*" in
  --version) echo "OpenClaw ${fake.version} (abc1234)" ;;
  "plugins install --help") echo "  ${(fake.flags ?? ["--force"]).join("  x\n  ")}  x" ;;
  "plugins list --json") if [ -e there ]; then echo '${JSON.stringify({ plugins: [loaded, ...rivals] })}'; else echo '{"plugins":[]}'; fi ;;
  "plugins install "*) ${install} ;;
  "plugins uninstall "*) rm there ;;
  "models auth list --json") echo '${JSON.stringify({ profiles })}' ;;
  "config validate --json") ${validate} ;;
  *) exit 1 ;;
esac
`;
  home.write("bin/openclaw", script, 0o755);
  const calls = join(home.path, "bin", "calls");
  return {
    path: [join(home.path, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter),
    calls: () => (home.exists(calls) ? home.read(calls).trim().split("\n") : []),
  };
}
