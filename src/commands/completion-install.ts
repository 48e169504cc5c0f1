import { pathsFor } from "../core/paths/index.ts";
import { fail } from "../core/problem/index.ts";
import {
  bashLoaders,
  type CompletionPlace,
  completionPlace,
  completionScript,
  completionShell,
  type Shell,
  shells,
  withCompletion,
  withoutCompletion,
} from "../core/terminal/index.ts";
import type { Context, FileState, Report } from "../ports.ts";
import { shortPath } from "../render/plan.ts";
import { symbols } from "../render/problem.ts";
import { marked } from "../render/text.ts";
import { mayAsk } from "./ask.ts";
import { untilUndisturbed } from "./retry.ts";

/** What is done with the script. */
export type CompletionAction = "install" | "uninstall";

/** The shell that was named, else the one of the environment. Throws Failure `usage` where neither is one of ours. */
function shellFor(context: Context, named: string | undefined): Shell {
  const shell = named === undefined ? completionShell(context) : shells.find((one) => one === named);
  if (shell !== undefined) return shell;
  const text = context.t.completion.which(shells);
  throw fail("usage", { variant: "text", text, line: "openclaw-aisa completion" });
}

async function placeFor(context: Context, shell: Shell): Promise<CompletionPlace> {
  const files = await context.files();
  const there = new Set<string>();
  if (shell === "bash")
    for (const file of bashLoaders) if ((await files.stat(file)) !== undefined) there.add(file);
  const { env, home, platform } = context;
  const { join } = pathsFor(platform);
  return completionPlace(shell, { env, home, platform, join, has: (file) => there.has(file) });
}

/** The new text of the file; undefined deletes it. A file of ours that somebody rewrote is not ours any more. */
function textFor(action: CompletionAction, place: CompletionPlace, script: string, text: string | undefined) {
  if (place.kind === "own-file") {
    if (action === "install") return script;
    return text?.startsWith(script.split("\n", 1)[0] ?? script) ? undefined : text;
  }
  if (action === "install") return withCompletion(text ?? "", script);
  const rest = withoutCompletion(text ?? "");
  return rest === "" ? undefined : rest;
}

async function agree(context: Context, action: CompletionAction, file: string): Promise<void> {
  if (!mayAsk(context)) return;
  const prompter = await context.prompter();
  const message = context.t.completion[action === "install" ? "askInstall" : "askUninstall"](file);
  if (!(await prompter.confirm({ message, initial: true }))) throw fail("cancelled", {});
}

/**
 * Installs the completion script where the shell finds it, or removes it again; a second time changes nothing. Asks
 * first on a terminal. A backup is kept, as of every file that is changed.
 */
export async function run(
  context: Context,
  options: { readonly action: CompletionAction; readonly shell: string | undefined },
): Promise<Report> {
  const { t, style, home } = context;
  const { action } = options;
  const shell = shellFor(context, options.shell);
  const place = await placeFor(context, shell);
  const script = completionScript(shell);
  const store = await context.store();
  const shown = shortPath(place.file, home);
  let isAgreed = false;
  const done = await untilUndisturbed(async () => {
    const state: FileState | undefined = await store.read(place.file);
    const text = textFor(action, place, script, state?.text);
    if (text === state?.text) return { changed: false, backup: undefined };
    if (context.options.dryRun) return { changed: false, backup: undefined, pending: true };
    if (!isAgreed) await agree(context, action, shown);
    isAgreed = true;
    const write = {
      file: place.file,
      ...(state === undefined ? {} : { before: state.hash }),
      ...(text === undefined ? {} : { text }),
    };
    const { backup } = await store.commit(`completion ${action}`, [write]);
    return { changed: true, backup };
  });
  const words = t.completion;
  const isInstall = action === "install";
  const said = done.pending
    ? [words.pending(shown), t.plan.dryRun]
    : done.changed
      ? [...(isInstall ? [words.installed(shell, shown), words.reload[shell]] : [words.removed(shown)])]
      : [isInstall ? words.alreadyInstalled(shown) : words.notInstalled(shown)];
  const [first = "", ...rest] = said;
  return {
    changed: done.changed,
    data: { shell, file: place.file, backup: done.backup ?? null, pending: done.pending ?? false },
    problems: [],
    lines: [...marked(style.green(symbols.ok), first, style), ...rest.map((line) => `  ${line}`)],
  };
}
