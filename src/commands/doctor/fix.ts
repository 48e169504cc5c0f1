import type { FileChange } from "../../core/change/index.ts";
import { Failure } from "../../core/problem/index.ts";
import { worstFirst } from "../../doctor/causes.ts";
import { checks } from "../../doctor/checks/index.ts";
import { createFacts, type FactName, type Facts, type Gatherers } from "../../doctor/facts.ts";
import { type Prospect, planFixes } from "../../doctor/plan-fixes.ts";
import { type CheckResult, runChecks, unique } from "../../doctor/run.ts";
import type { Context, FileState } from "../../ports.ts";
import { type Applied, change, type Draft, draftAll } from "../apply.ts";
import type { Examined } from "./examine.ts";
import { type GatherOptions, gatherersFor } from "./gather.ts";

/** Facts that an edit of the files changes; all others hold for the whole run. */
const ofFiles: readonly FactName[] = [
  "file",
  "parsed",
  "config",
  "credentials",
  "guarded",
  "exposed",
  "agentModels",
  "misnamed",
];

/** The same world, in which the drafts are written already. */
function withDrafts(context: Context, drafts: readonly Draft[]): Context {
  const of = (file: string) => drafts.find((one) => one.change.file === file);
  return {
    ...context,
    store: async () => {
      const store = await context.store();
      const drafted = (file: string, state: FileState | undefined) => {
        const draft = of(file);
        if (draft === undefined) return state;
        const mode = draft.mode ?? state?.mode ?? 0o600;
        return { path: file, target: file, hash: "", ...state, text: draft.after ?? "", mode };
      };
      const readIncluded = async (file: string) => {
        const state = await store.readIncluded(file);
        return state && "refused" in state ? state : drafted(file, state);
      };
      return { ...store, read: async (file) => drafted(file, await store.read(file)), readIncluded };
    },
    files: async () => {
      const files = await context.files();
      const stat = async (file: string) => {
        const [draft, info] = [of(file), await files.stat(file)];
        return draft?.mode === undefined || info === undefined ? info : { ...info, mode: draft.mode };
      };
      const read: typeof files.read = async (file, options) => of(file)?.after ?? files.read(file, options);
      return { ...files, read, stat };
    },
  };
}

/** Gatherers that read the drafted files and take everything else from the facts of the examination. */
function gatherersOver(context: Context, options: GatherOptions, known: Facts): Gatherers {
  const fresh = gatherersFor(context, options);
  const names = Object.keys(fresh) as FactName[];
  const stable = names.filter((name) => !ofFiles.includes(name)).map((name) => [name, () => known.get(name)]);
  return { ...fresh, ...Object.fromEntries(stable) };
}

const prospectOf = (results: readonly CheckResult[], drafts: readonly Draft[]): Prospect => ({
  problems: worstFirst(unique(results.flatMap((one) => one.problems))),
  state: JSON.stringify(drafts.map((one) => [one.change.file, one.after, one.mode])),
});

/** Fixes what can be fixed, in one write, after showing it. In: the examination before. */
export async function applyFixes(
  context: Context,
  options: GatherOptions,
  { facts: known, results }: Examined,
): Promise<Applied> {
  const examined = await known.get("file");
  return change(context, {
    command: "doctor --fix",
    confirm: true,
    fixesSyntax: true,
    build: async (found) => {
      const simulate = async (changes: readonly FileChange[]) => {
        const drafts = await draftAll(found, changes);
        const facts = createFacts(gatherersOver(withDrafts(context, drafts), options, known));
        return prospectOf(await runChecks(checks, facts, () => 0), drafts);
      };
      // The examination has judged the config already, unless someone has written it since.
      const isSame = found.state?.hash === examined.hash;
      return planFixes(isSame ? prospectOf(results, []) : await simulate([]), simulate);
    },
  });
}

/**
 * Restores everything if OpenClaw rejects what it accepted before the change; then throws Failure
 * `refused-by-openclaw`. In: its complaints before and after; undefined if it could not be asked.
 */
export async function keepAccepted(
  context: Context,
  applied: Applied,
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): Promise<void> {
  if (before === undefined || before.length > 0 || after === undefined || after.length === 0) return;
  if (!applied.changed) return;
  const reverted = await (await context.store()).revert(applied.backup);
  const state = await (await context.openclaw()).state();
  throw new Failure({
    code: "refused-by-openclaw",
    params: {
      ...(state.kind === "ready" ? { version: state.version } : {}),
      variant: reverted ? "restored" : "changed-since",
      detail: after[0] ?? "",
    },
  });
}
