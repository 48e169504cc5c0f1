import { within } from "../../core/paths/index.ts";
import { fail } from "../../core/problem/index.ts";
import type { Context, FileState } from "../../ports.ts";
import { readShipped } from "../shipped.ts";

const folder = "templates/skill/aisa-provider";
const shipped = ["SKILL.md", "SKILL.zh-CN.md"] as const;

/** The skill as this package ships it, and as it is in OpenClaw's state directory. */
export interface SkillFiles {
  /** Where OpenClaw looks for skills that all agents share. */
  readonly file: string;
  /** The text to install, in the language of the messages. */
  readonly text: string;
  readonly current: FileState | undefined;
  /** The skill of this version is there, in whichever language. */
  readonly isCurrent: boolean;
  /** Someone else's work is there: neither ours of this version nor what we last wrote. */
  readonly foreign: boolean;
}

/** Reads both. Throws Failure `internal-error` when the package lacks its own files. */
export async function readSkill(context: Context): Promise<SkillFiles> {
  const store = await context.store();
  const [english = "", chinese = ""] = await Promise.all(
    shipped.map((name) => readShipped(context, `${folder}/${name}`)),
  );
  const { stateDir } = await store.locate();
  const file = within(stateDir, "skills", "aisa-provider", "SKILL.md");
  const current = await store.read(file);
  const wrote = (await store.backups())
    .flatMap((record) => record.files)
    .some((one) => one.file === file && one.afterHash !== undefined && one.afterHash === current?.hash);
  const ours = wrote || current?.text === english || current?.text === chinese;
  return {
    file,
    text: context.locale === "zh-CN" ? chinese : english,
    current,
    isCurrent: current !== undefined && (current.text === english || current.text === chinese),
    foreign: current !== undefined && !ours,
  };
}

/**
 * Whether to continue. A file that someone else wrote is replaced only with consent: asked on a terminal, otherwise
 * with --yes. Throws Failure `skill-changed` or `cancelled`.
 */
export async function agree(context: Context, skill: SkillFiles, question: string): Promise<void> {
  if (!skill.foreign || context.options.yes || context.options.dryRun) return;
  if (!context.interactive) throw fail("skill-changed", { file: skill.file });
  const prompter = await context.prompter();
  if (!(await prompter.confirm({ message: question, initial: false }))) throw fail("cancelled", {});
}
