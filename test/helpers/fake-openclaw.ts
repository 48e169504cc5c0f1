import { delimiter, dirname, join } from "node:path";
import type { Home } from "./home.ts";

/** What the stand-in does. `refuses`: its `plugins install` fails with this text. */
export interface FakeOpenClaw {
  readonly version: string;
  readonly flags?: readonly string[];
  readonly refuses?: string;
  /** Its `plugins install` and `uninstall` set the mode of the folder for temporary files, as 2026.6.11 does as root. */
  readonly closesTemp?: boolean;
  /** Ids of other plugins that provide `aisa`. */
  readonly rivals?: readonly string[];
  /** Its `plugins list` fails with this text. */
  readonly listFails?: string;
  /** Ids of saved sign-ins. */
  readonly signIns?: readonly string[];
  /** What its `sessions --json`, `models status --json` and `cron list --json` print. */
  readonly says?: { readonly sessions?: object; readonly status?: object; readonly cron?: object };
  /** Its commands that only look answer when all of them run at once, and fail otherwise. */
  readonly together?: boolean;
  /** Its gateway runs, and changes sessions; without it `gateway call` fails. */
  readonly gateway?: boolean;
  /** How it judges its config; it accepts everything where nothing is said. */
  readonly judges?: Judgement;
  /** What `gateway usage-cost --json` answers when it is asked again; at first it is still adding up. */
  readonly usageCost?: object;
  /** It does not start: `--version` prints this to standard error and fails. `hangs` never answers at all. */
  readonly broken?: { readonly says: string } | "hangs";
}

/** A way to judge a config. */
export type Judgement =
  /** Refuses every config. */
  | { readonly kind: "refuses"; readonly says: string }
  /** Refuses a config that holds this text, as an older version does that does not know a key. */
  | { readonly kind: "refuses-text"; readonly text: string; readonly says: string }
  /** Too old to have `config validate`: only loading the config by `models status` tells. */
  | { readonly kind: "old"; readonly refusesText?: string; readonly says: string }
  /** Never answers. */
  | { readonly kind: "hangs" }
  /** Accepts, and another program writes this file at that very moment. */
  | { readonly kind: "rewrites"; readonly text: string }
  /** As `refuses`, and another program writes this file at that very moment. */
  | { readonly kind: "refuses-and-rewrites"; readonly says: string; readonly text: string }
  /** Answers with something that is no judgement, and this exit code. */
  | { readonly kind: "crashes"; readonly says: string; readonly code: number };

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** Shell lines that wait until each of the commands that only look has begun. */
const waitForAll = (name: string) =>
  `touch began-${name}; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ -e began-validate ] && [ -e began-status ] && [ -e began-sessions ] && break; sleep 0.5; done
    [ -e began-validate ] && [ -e began-status ] && [ -e began-sessions ] || exit 1;`;

/** The shell line that prints an answer; without one the command fails. */
const say = (answer: object | undefined) => (answer ? `echo ${quoted(JSON.stringify(answer))}` : "exit 1");

/** The shell lines of `config validate --json` and of `models status --json`. */
function judging(judges: Judgement | undefined): { validate: string; status: string } {
  const accept = `echo '{"valid":true}'`;
  const refuse = (says: string) => `echo ${quoted(says)}; exit 1`;
  switch (judges?.kind) {
    case undefined:
      return { validate: accept, status: accept };
    case "refuses":
      return { validate: refuse(judges.says), status: refuse(judges.says) };
    case "refuses-text":
      return {
        validate: `if grep -q -- ${quoted(judges.text)} "$config"; then ${refuse(judges.says)}; else ${accept}; fi`,
        status: accept,
      };
    case "old": {
      const text = judges.refusesText;
      const status =
        text === undefined
          ? accept
          : `if grep -q -- ${quoted(text)} "$config"; then ${refuse(judges.says)}; else ${accept}; fi`;
      return { validate: `echo "error: unknown command 'validate'" >&2; exit 1`, status };
    }
    case "hangs":
      return { validate: "exec sleep 300", status: "exec sleep 300" };
    case "rewrites":
      return { validate: `printf %s ${quoted(judges.text)} > "$config"; ${accept}`, status: accept };
    case "refuses-and-rewrites":
      return {
        validate: `printf %s ${quoted(judges.text)} > "$config"; ${refuse(judges.says)}`,
        status: accept,
      };
    case "crashes":
      return { validate: `echo ${quoted(judges.says)} >&2; exit ${judges.code}`, status: accept };
  }
}

function starting({ broken, version }: FakeOpenClaw): string {
  if (broken === undefined) return `echo "OpenClaw ${version} (abc1234)"`;
  return broken === "hangs" ? "exec sleep 300" : `echo ${quoted(broken.says)} >&2; exit 1`;
}

function summing(usageCost: object | undefined): string {
  if (usageCost === undefined) return 'echo "no gateway" >&2; exit 1';
  const zeros = JSON.stringify({ daily: [], cacheStatus: { status: "refreshing" } });
  return `if [ -e asked ]; then echo ${quoted(JSON.stringify(usageCost))}; else touch asked; echo ${quoted(zeros)}; fi`;
}

/**
 * Puts a stand-in for OpenClaw into a home: it knows the few commands that our program runs, and keeps the
 * arguments of every run in `calls` (in `readOnly` of those that must not write the config), and in `temps` the folder for temporary files of those that change plugins.
 * Out: the PATH to run our program with.
 */
export function placeOpenClaw(
  home: Home,
  fake: FakeOpenClaw,
): { path: string; calls(): string[]; temps(): string[]; readOnly(): string[] } {
  const profiles = (fake.signIns ?? []).map((id) => ({ id, provider: "aisa" }));
  const loaded = { id: "aisa", enabled: true, status: "loaded", version: "1.0.0", providerIds: ["aisa"] };
  const rivals = (fake.rivals ?? []).map((id) => ({ ...loaded, id }));
  const temp = `echo "$TMPDIR" >> temps; ${fake.closesTemp ? 'touch "$TMPDIR/left"; chmod 711 "$TMPDIR"; ' : ""}`;
  const install = fake.refuses ? `echo "${fake.refuses}" >&2; exit 1` : "touch there";
  const { validate, status } = judging(fake.judges);
  const wait = (name: string) => (fake.together ? waitForAll(name) : "");
  const script = `#!/bin/sh
config="\${OPENCLAW_CONFIG_PATH:-$HOME/.openclaw/openclaw.json}"
cd "$(dirname "$0")"
echo "$*" >> calls
echo "$OPENCLAW_CONFIG_READONLY $*" >> modes
case "$*" in
  --version) ${starting(fake)} ;;
  "plugins install --help") echo "  ${(fake.flags ?? ["--force"]).join("  x\n  ")}  x" ;;
  "plugins list --json") ${fake.listFails ? `echo ${quoted(fake.listFails)} >&2; exit 1` : ""}
    if [ -e there ]; then echo '${JSON.stringify({ plugins: [loaded, ...rivals] })}'; else echo '{"plugins":[]}'; fi ;;
  "plugins install "*) ${temp}${install} ;;
  "plugins uninstall "*) ${temp}rm there ;;
  "models auth list --json") echo '${JSON.stringify({ profiles })}' ;;
  "gateway usage-cost --json "*) ${summing(fake.usageCost)} ;;
  *"gateway call sessions.patch "*) ${fake.gateway ? `echo '{ "ok": true }'` : `echo 'Error: gateway closed (1006)' >&2; exit 1`} ;;
  *"sessions --json --all-agents"*) ${wait("sessions")} ${say(fake.says?.sessions)} ;;
  *"cron list --json") ${say(fake.says?.cron)} ;;
  *"config validate --json") ${wait("validate")} ${validate} ;;
  *"models status --json") ${wait("status")} ${fake.says?.status ? say(fake.says.status) : status} ;;
  *) exit 1 ;;
esac
`;
  home.write("bin/openclaw", script, 0o755);
  const linesOf = (name: string) => {
    const file = join(home.path, "bin", name);
    return home.exists(file) ? home.read(file).trim().split("\n") : [];
  };
  return {
    path: [join(home.path, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter),
    calls: () => linesOf("calls"),
    temps: () => linesOf("temps"),
    readOnly: () => linesOf("modes").flatMap((line) => (line.startsWith("1 ") ? [line.slice(2)] : [])),
  };
}
