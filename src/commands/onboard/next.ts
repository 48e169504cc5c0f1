import { getString } from "../../core/json/index.ts";
import { needsRestart } from "../../core/openclaw/index.ts";
import { keyVariable, toReference } from "../../core/provider/index.ts";
import type { Context, Style } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import { padEnd, wrap } from "../../render/text.ts";
import type { Applied } from "../apply.ts";
import type { ChosenModels } from "./models.ts";
import type { OnboardSession } from "./session.ts";
import type { StoredKey } from "./storage.ts";

/** From this width on the commands are in a column of their own. */
const roomy = 80;

/** The model that the hint at switching names: Kimi K2.5 where it was set up, else any but the default one. */
function otherModel({ ids, primary }: ChosenModels): string | undefined {
  const others = ids.filter((id) => id !== primary);
  return others.find((id) => id === "kimi-k2.5") ?? others[0];
}

/** Whether a gateway of the installed OpenClaw that is running would not see the key that was just stored. */
async function restartHelps(session: OnboardSession, applied: Applied): Promise<boolean> {
  const draft = applied.drafts.find((one) => one.change.format === "dotenv");
  if (!applied.changed || draft === undefined) return false;
  const state = await (await session.context.openclaw()).state();
  const written = draft.change.changes.find((one) => one.op === "set" && one.path[0] === keyVariable);
  const after = written?.op === "set" && typeof written.value === "string" ? written.value : undefined;
  const before = getString(draft.stages[0]?.values, [keyVariable]);
  return state.kind === "ready" && needsRestart(state.version, before, after);
}

/** How OpenClaw is started with the config that was set up. */
function openclawCommand({ options, home, shell }: Context): string {
  if (options.config !== undefined)
    return shell.runWith("OPENCLAW_CONFIG_PATH", shortPath(options.config, home), "openclaw");
  if (options.dev) return "openclaw --dev";
  return options.profile === undefined ? "openclaw" : `openclaw --profile ${options.profile}`;
}

/** The next steps, as commands with a short explanation each. */
export async function nextLines(
  session: OnboardSession,
  done: { readonly models: ChosenModels; readonly stored: StoredKey; readonly applied: Applied },
): Promise<string[]> {
  const { t, style, demo, shell } = session.context;
  const { onboard } = t;
  if (demo) return ["", ...wrap(onboard.demoDone, style.columns, style)];
  const other = otherModel(done.models);
  const rows: [string, string][] = [
    [
      openclawCommand(session.context),
      onboard.nextChat(other === undefined ? undefined : toReference(other)),
    ],
    [t.here("openclaw-aisa doctor"), onboard.nextDoctor],
  ];
  if (await restartHelps(session, done.applied))
    rows.push([t.here("openclaw gateway restart"), onboard.nextRestart]);
  if (done.stored.storage === "env") rows.push([shell.setVariable(keyVariable, "…"), onboard.nextExport]);
  return ["", ...layRows(`${onboard.next}  `, rows, style)];
}

/** Commands in a column behind the label; where that leaves no room, each with its words below the label. */
function layRows(label: string, rows: readonly (readonly [string, string])[], style: Style): string[] {
  const narrow = style.columns < roomy;
  const indent = narrow ? 2 : style.measure(label);
  const widest = Math.max(...rows.map(([command]) => style.measure(command)));
  const lines = rows.flatMap(([command, text]) => {
    const width = narrow ? style.measure(command) : widest;
    const [first = "", ...rest] = wrap(text, style.columns - indent - width - 2, style);
    const blank = " ".repeat(width + 2);
    return [`${style.cyan(padEnd(command, width, style))}  ${first}`, ...rest.map((line) => blank + line)];
  });
  const indented = lines.map((line) => " ".repeat(indent) + line);
  if (narrow) return [style.bold(label.trimEnd()), ...indented];
  return [style.bold(label) + (lines[0] ?? ""), ...indented.slice(1)];
}
