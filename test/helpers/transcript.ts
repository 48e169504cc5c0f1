import { join } from "node:path";
import { expect } from "vitest";
import { type Run, type RunOptions, root, run } from "./cli.ts";

const backup = /\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}/;

/** What must not differ from run to run, by pattern: ports, the home, times. */
const passing: readonly (readonly [RegExp, string])[] = [
  [/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT"],
  [new RegExp(`${backup.source}(?:\\.\\d+)?`, "g"), "BACKUP"],
];

function plain(text: string, home: string): string {
  return passing.reduce((done, [pattern, by]) => done.replace(pattern, by), text.replaceAll(home, "HOME"));
}

/** What a person saw: the command, its output, what went to standard error, and the exit code. */
function section(args: readonly string[], done: Run, home: string, notes: string): string {
  const quoted = args.map((argument) => (/\s|^$/.test(argument) ? `'${argument}'` : argument)).join(" ");
  const lines = [`$ ${notes}openclaw-aisa ${quoted}`, done.stdout.trimEnd(), done.stderr.trimEnd()];
  const shown = plain(lines.filter(Boolean).join("\n"), home);
  return `\`\`\`\n${shown}\n\`\`\`\n\nExit code: ${done.code}\n`;
}

// Two backups of one second would differ in the length of their names, and so in where their line is broken.
let seconds = 0;
const now = () => new Date(Date.now() + seconds * 1000);

/**
 * Runs commands one after the other, each in both languages, and compares what they print with
 * `test/transcripts/<name>.md`, which a reviewer reads as prose. `mask` hides what differs from run to run besides
 * ports and backups. With `reset` every run starts from the same files, else each from what the last one left.
 */
export async function expectTranscript(
  name: string,
  commands: readonly (readonly string[])[],
  options: RunOptions & {
    readonly columns?: number;
    readonly mask?: (text: string) => string;
    /** The time that all runs see, for what names days. */
    readonly frozen?: () => Date;
    /** Puts the home back to its beginning, before every run. */
    readonly reset?: () => void;
  },
): Promise<void> {
  const sections: string[] = [];
  for (const args of commands)
    for (const locale of ["en_US.UTF-8", "zh_CN.UTF-8"]) {
      const env = { COLUMNS: String(options.columns ?? 80), ...options.env, LANG: locale };
      options.reset?.();
      const done = await run(args, { ...options, env, now: options.frozen ?? now });
      seconds += 2;
      sections.push(
        section(args, done, options.home.path, locale.startsWith("zh") ? "LANG=zh_CN.UTF-8 " : ""),
      );
    }
  const text = (options.mask ?? String)(sections.join("\n"));
  await expect(`# ${name}\n\n${text}`).toMatchFileSnapshot(join(root, "test", "transcripts", `${name}.md`));
}
