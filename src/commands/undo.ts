import { newestUndoable, planUndo, type UndoStep } from "../core/plans/index.ts";
import { fail, type Problem, paramOf } from "../core/problem/index.ts";
import { secretValues } from "../core/text/index.ts";
import type { BackupRecord, ConfigStore, Context, FileState, Report } from "../ports.ts";
import { type DiffedFile, diffOfTexts } from "../render/diff.ts";
import { octal, shortPath } from "../render/plan.ts";
import { symbols } from "../render/problem.ts";
import { padEnd } from "../render/text.ts";
import { reportedFiles } from "./reported-change.ts";
import { untilUndisturbed } from "./retry.ts";

/** The arguments of `undo`. */
export interface UndoOptions {
  /** Backup to put back; without it the newest. */
  readonly id?: string;
  readonly list?: boolean;
}

/** Puts the files back as they were before one of our changes, or lists what can be put back. */
export async function run(context: Context, options: UndoOptions): Promise<Report> {
  const store = await context.store();
  if (options.list) return listBackups(context, await store.backups());
  const recovered = context.options.dryRun ? [] : await store.recover();
  const restored = recovered.find((problem) => paramOf(problem, "variant") === "restored");
  // Taking back a change that was stopped half-way is what a plain undo was called for.
  if (restored !== undefined && options.id === undefined) return takenBack(restored);
  let { id } = options;
  let agreed: string | undefined;
  return untilUndisturbed(async () => {
    const records = await store.backups();
    const current = await readAll(store, records);
    const record = choose(context, records, id, current);
    if (record === undefined) return nothing(context);
    id = record.id;
    const steps = planUndo(records, record, current);
    if (steps.length === 0) return nothing(context, record);
    keepSecrets(context, steps);
    if (context.options.dryRun) return dryRun(context, record, steps);
    const asked = JSON.stringify(steps);
    if (asked !== agreed) await agree(context, record, steps);
    agreed = asked;
    return putBack(context, store, record, steps);
  });
}

function takenBack(restored: Problem): Report {
  return {
    changed: true,
    data: {
      restored: paramOf(restored, "backup") ?? null,
      command: paramOf(restored, "command") ?? null,
      files: paramOf(restored, "files") ?? [],
    },
    change: reportedFiles([]),
    problems: [],
    lines: [],
  };
}

function keepSecrets(context: Context, steps: readonly UndoStep[]): void {
  for (const step of steps)
    for (const secret of secretValues(`${step.current?.text ?? ""}\n${step.text ?? ""}`))
      context.keepSecret(secret);
}

async function readAll(store: ConfigStore, records: readonly BackupRecord[]) {
  const files = new Set(records.flatMap((record) => record.files.map((entry) => entry.file)));
  const states = new Map<string, FileState | undefined>();
  for (const file of files) states.set(file, await store.read(file));
  return (file: string) => states.get(file);
}

function choose(
  context: Context,
  records: readonly BackupRecord[],
  id: string | undefined,
  current: (file: string) => FileState | undefined,
): BackupRecord | undefined {
  if (id === undefined) return newestUndoable(records, current);
  const found = records.find((record) => record.id === id);
  if (found === undefined) throw fail("usage", { variant: "text", text: context.t.undo.unknown(id) });
  return found;
}

function nothing(context: Context, record?: BackupRecord): Report {
  const problem = fail("nothing-to-undo", record === undefined ? {} : { backup: record.id }).problem;
  const { title } = context.t.problems(problem);
  return {
    changed: false,
    data: { restored: null, files: [] },
    change: reportedFiles([]),
    problems: [problem],
    lines: [`${context.style.green(symbols.ok)} ${title}`],
  };
}

function stepLine(context: Context, step: UndoStep): string {
  const { t, style, home } = context;
  const file = style.bold(shortPath(step.file, home));
  if (step.text === undefined) return `  ${style.red(symbols.remove)} ${file}  ${t.undo.removed}`;
  if (step.current === undefined) return `  ${style.green(symbols.add)} ${file}  ${t.undo.broughtBack}`;
  const mode = step.mode !== step.current.mode && step.mode !== undefined;
  const note = mode ? `  ${t.plan.mode(octal(step.mode))}` : "";
  return `  ${style.yellow(symbols.change)} ${file}${note}`;
}

function diffLines(context: Context, steps: readonly UndoStep[]): string[] {
  return steps.flatMap((step) =>
    diffOfTexts(step.file, step.current?.text ?? "", step.text ?? "", [], context.style),
  );
}

function preview(context: Context, record: BackupRecord, steps: readonly UndoStep[]): string[] {
  const { t, style } = context;
  const changed = steps.some((step) => step.changedSince);
  return [
    t.undo.title(record.command, record.id),
    ...steps.map((step) => stepLine(context, step)),
    "",
    ...diffLines(context, steps),
    ...(changed ? ["", `${style.yellow(symbols.warning)} ${t.undo.changedSince}`] : []),
  ];
}

/** What a step does to its file, for a diff. */
function diffed({ file, current, text, mode }: UndoStep): DiffedFile {
  const isOther = current && mode !== undefined && mode !== current.mode;
  return {
    file,
    before: current?.text,
    after: text,
    secrets: secretValues(`${current?.text ?? ""}\n${text ?? ""}`),
    ...(isOther ? { mode: { before: current.mode, after: mode } } : {}),
  };
}

function dryRun(context: Context, record: BackupRecord, steps: readonly UndoStep[]): Report {
  return {
    changed: false,
    data: { restored: record.id, files: steps.map((step) => step.file) },
    change: reportedFiles(steps.map(diffed), { pending: true }),
    problems: [],
    lines: [...preview(context, record, steps), "", context.t.plan.dryRun],
  };
}

/**
 * Shows what will be reverted and asks, on a terminal. Throws Failure `cancelled`, or `changed-since` without a
 * terminal.
 */
async function agree(context: Context, record: BackupRecord, steps: readonly UndoStep[]): Promise<void> {
  if (context.options.yes) return;
  const foreign = steps.find((step) => step.changedSince);
  if (!context.interactive) {
    if (foreign !== undefined) throw fail("changed-since", { file: foreign.file });
    return;
  }
  (await context.progress()).note(["", ...preview(context, record, steps), ""]);
  const message = foreign === undefined ? context.t.undo.confirm : context.t.undo.confirmChanged;
  const answer = await (await context.prompter()).confirm({ message, initial: foreign === undefined });
  if (!answer) throw fail("cancelled", {});
}

async function putBack(
  context: Context,
  store: ConfigStore,
  record: BackupRecord,
  steps: readonly UndoStep[],
): Promise<Report> {
  const { t, style } = context;
  const writes = steps.map(({ file, current, text, mode }) => ({
    file,
    ...(current === undefined ? {} : { before: current.hash }),
    ...(text === undefined ? {} : { text }),
    ...(mode === undefined ? {} : { mode }),
  }));
  const done = await store.commit("undo", writes);
  return {
    changed: done.files.length > 0,
    data: { restored: record.id, files: done.files },
    change: reportedFiles(steps.map(diffed), { backup: done.backup }),
    problems: done.notices,
    lines: [
      `${style.green(symbols.ok)} ${t.undo.done(record.command, record.id)}`,
      ...steps.map((step) => stepLine(context, step)),
      `  ${style.dim(t.undo.again)}`,
    ],
  };
}

function listBackups(context: Context, records: readonly BackupRecord[]): Report {
  const { t, style, home } = context;
  const width = Math.max(0, ...records.map((record) => style.measure(record.command))) + 3;
  const idWidth = Math.max(0, ...records.map((record) => record.id.length)) + 3;
  const rows = records.map((record) => {
    const files = record.files.map((entry) => shortPath(entry.file, home)).join(", ");
    return `${record.id.padEnd(idWidth)}${padEnd(record.command, width, style)}${style.dim(files)}`;
  });
  return {
    changed: false,
    data: {
      backups: records.map(({ id, command, files }) => ({
        id,
        command,
        files: files.map((entry) => entry.file),
      })),
    },
    problems: [],
    lines: rows.length === 0 ? [t.undo.none] : [...rows, "", style.dim(t.undo.listHint)],
  };
}
