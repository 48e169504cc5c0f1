import type { Change, FileChange } from "../core/change/index.ts";
import { proveRouted, routeChanges } from "../core/edit/index.ts";
import type { Plan } from "../core/plans/index.ts";
import { Failure, type Problem } from "../core/problem/index.ts";
import type { QuestionFrame } from "../core/terminal/index.ts";
import type { Context, FileState, FileWrite } from "../ports.ts";
import { diffOfDrafts } from "../render/diff.ts";
import { planLines, type Stage } from "../render/plan.ts";
import { symbols } from "../render/problem.ts";
import { marked } from "../render/text.ts";
import { mayAsk } from "./ask.ts";
import { editText } from "./edit-text.ts";
import { type Look, look } from "./look.ts";
import { untilUndisturbed } from "./retry.ts";

/** One file before and after. */
export interface Draft {
  /** Every change to the file, of all stages. */
  readonly change: FileChange;
  readonly before: FileState | undefined;
  /** The new text; equal to the old one where only the mode changes, undefined where the file is deleted. */
  readonly after: string | undefined;
  readonly mode: number | undefined;
  /** The changes one after the other, each with the value that it starts from. */
  readonly stages: readonly Stage[];
}

/** What to change, and whether to ask first. */
export interface ChangeRequest<P extends Plan> {
  /** Name under which the backup is kept, such as `models set`. */
  readonly command: string;
  /** What the command has looked at already. */
  readonly found?: Look;
  /** The plan for what was found; called again when a file changed meanwhile. */
  readonly build: (look: Look) => P | Promise<P>;
  /** Start from a config whose typing errors are corrected; the plan has to correct them. */
  readonly fixesSyntax?: boolean;
  /** Show the change and ask, on a terminal and without --yes. */
  readonly confirm: boolean;
  /** What is around the question. */
  readonly frame?: QuestionFrame;
}

/** A change that was planned: what it makes of the files. */
interface Drafted<P extends Plan> {
  readonly plan: P;
  readonly drafts: readonly Draft[];
  /** The change in lines for people, secrets masked. */
  readonly preview: readonly string[];
  /** Notices from writing, besides those of the plan. */
  readonly notices: readonly Problem[];
}

/** A change that was written. */
export interface Written<P extends Plan = Plan> extends Drafted<P> {
  readonly changed: true;
  readonly pending: false;
  /** Id of the backup. */
  readonly backup: string;
}

/** Nothing was written. `pending`: there was something to change, but --dry-run stopped before writing. */
export interface Unwritten<P extends Plan = Plan> extends Drafted<P> {
  readonly changed: false;
  readonly pending: boolean;
  readonly backup: undefined;
}

/** What came of a change. */
export type Applied<P extends Plan = Plan> = Written<P> | Unwritten<P>;

/** Returns the plan that changes only the config. */
export function planOf(found: Look, changes: readonly Change[], notices: readonly Problem[] = []): Plan {
  return { changes: [{ file: found.located.configPath, format: "json5", changes }], notices };
}

/** Drafts a change to a file; continues from the draft if the plan changed the file before. */
async function draft(found: Look, change: FileChange, earlier: Draft | undefined): Promise<Draft> {
  const before = earlier ? earlier.before : await found.read(change.file);
  const { values, after } = editText(earlier?.after ?? before?.text, change);
  const wanted = change.changes.find((one) => one.op === "mode")?.value;
  const changes = [...(earlier?.change.changes ?? []), ...change.changes];
  return {
    change: { ...change, changes },
    before,
    after,
    mode: wanted ?? earlier?.mode,
    stages: [...(earlier?.stages ?? []), { changes: change.changes, values }],
  };
}

/** What was drafted of a change, and what it was drafted from. */
interface Known {
  readonly found: Look;
  readonly earlier: Draft | undefined;
  readonly made: Draft;
}

// A plan is made in rounds, each on the result of the ones before, which is drafted and proved once.
const drafted = new WeakMap<FileChange, Known>();

async function draftOnce(found: Look, change: FileChange, earlier: Draft | undefined): Promise<Draft> {
  const known = drafted.get(change);
  if (known?.found === found && known.earlier === earlier) return known.made;
  const made = await draft(found, change, earlier);
  drafted.set(change, { found, earlier, made });
  return made;
}

const matters = (one: Draft) =>
  one.after !== (one.before?.text ?? (one.change.format === "text" ? undefined : "")) ||
  (one.mode !== undefined && one.mode !== one.before?.mode);

/** Proves that the config and its included files together have the value that the changes produce. */
async function prove(
  found: Look,
  changes: readonly FileChange[],
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  const { document, config: value } = found;
  const ofConfig = changes.filter(({ file }) => file === document.file);
  const text = drafts.get(document.file)?.after ?? document.text;
  if (ofConfig.length > 0)
    await proveRouted(
      { document, value },
      ofConfig,
      text,
      (file) => drafts.get(file)?.after ?? found.included(file),
    );
}

/**
 * Drafts the files that a plan produces; writes nothing. A part of an included file is changed there. Throws Failure
 * `edit-refused`, `config-include`, and what the store throws.
 */
export async function draftAll(found: Look, changes: readonly FileChange[]): Promise<Draft[]> {
  const drafts = new Map<string, Draft>();
  for (const change of changes) {
    const isConfig = change.file === found.located.configPath;
    const routed = isConfig ? routeChanges(change, found.document, found.included) : [change];
    for (const one of routed)
      if (one.changes.length > 0) drafts.set(one.file, await draftOnce(found, one, drafts.get(one.file)));
  }
  await prove(found, changes, drafts);
  return [...drafts.values()].filter(matters);
}

/** Shows the change and asks. Throws Failure `cancelled` when the answer is no. */
export async function confirmChange(
  context: Context,
  { preview, drafts }: Pick<Drafted<Plan>, "preview" | "drafts">,
  frame: QuestionFrame = {},
) {
  const [prompter, progress] = [await context.prompter(), await context.progress()];
  const { t } = context;
  progress.note(["", ...preview, ""]);
  for (;;) {
    const answer = await prompter.select({
      ...frame,
      message: t.plan.confirm,
      menu: true,
      choices: [
        { value: "write", name: t.plan.write, search: "y yes 是" },
        { value: "diff", name: t.plan.showDiff },
        { value: "cancel", name: t.plan.cancel, search: "n no 否" },
      ],
    });
    if (answer === "write") return;
    if (answer === "cancel") throw new Failure({ code: "cancelled", params: {} });
    progress.note(["", ...diffOfDrafts(drafts, context), ""]);
  }
}

/** Why a question is repeated. */
const movedOn = ({ t, style }: Context) =>
  marked(style.yellow(symbols.warning), t.plan.changedMeanwhile, style);

/** What a plan would still change in the files as they are now: nothing, where it was carried out. */
export async function missingChanges(found: Look, plan: Plan): Promise<readonly FileChange[]> {
  const drafts = await draftAll(found, plan.changes);
  return drafts.map((one) => one.change);
}

/** Writes drafts of a change that was taken back for a moment. Throws what the store throws. */
export async function writeAgain<P extends Plan>(
  context: Context,
  command: string,
  applied: Written<P>,
): Promise<Written<P>> {
  const done = await (await context.store()).commit(command, applied.drafts.map(writeOf));
  return { ...applied, backup: done.backup };
}

const writeOf = (one: Draft): FileWrite => ({
  file: one.change.file,
  ...(one.before === undefined ? {} : { before: one.before.hash }),
  ...(one.after === undefined ? {} : { text: one.after }),
  ...(one.mode === undefined ? {} : { mode: one.mode }),
});

/**
 * Look, plan, preview, ask, write. A file that changed meanwhile is read again and the plan made again;
 * the question is asked again only when the plan is no longer the one that was agreed to.
 * Throws Failure `cancelled`, `config-changed` after many attempts, and what the store throws.
 */
export async function change<P extends Plan>(
  context: Context,
  request: ChangeRequest<P>,
): Promise<Applied<P>> {
  const store = await context.store();
  let agreed: string | undefined;
  // Answers take a person's time: after them, and after a conflict, the files may have moved on.
  let known = mayAsk(context) ? undefined : request.found;
  return untilUndisturbed(async (): Promise<Applied<P>> => {
    const found = known ?? (await look(context, request.fixesSyntax));
    known = undefined;
    const plan = await request.build(found);
    const drafts = await draftAll(found, plan.changes);
    const drafted = { plan, drafts, preview: planLines(drafts, context), notices: [] };
    const unwritten = { ...drafted, changed: false, backup: undefined } as const;
    if (drafts.length === 0) return { ...unwritten, pending: false };
    if (context.options.dryRun) return { ...unwritten, pending: true };
    if (request.confirm && mayAsk(context) && agreed !== JSON.stringify(plan.changes)) {
      if (agreed !== undefined) (await context.progress()).note(["", ...movedOn(context)]);
      await confirmChange(context, drafted, request.frame);
      agreed = JSON.stringify(plan.changes);
    }
    const done = await store.commit(request.command, drafts.map(writeOf));
    return { ...drafted, changed: true, pending: false, backup: done.backup, notices: done.notices };
  });
}
