import {
  type Document,
  fixSyntax,
  includedText,
  parseDocument,
  readWholeConfig,
} from "../core/edit/index.ts";
import { dotenvIn, type Located } from "../core/openclaw/index.ts";
import type { ConfigStore, Context, FileState } from "../ports.ts";
import { type KeyFiles, readKeyFiles } from "./key-files.ts";

/** What OpenClaw's files look like at one moment. */
export interface Look {
  readonly located: Located;
  /** The config as read; undefined when there is none yet. */
  readonly state: FileState | undefined;
  readonly document: Document;
  /** The config's value with `$include`s resolved: what OpenClaw sees. */
  readonly config: unknown;
  /** The state directory's `.env`, whether it exists or not. */
  readonly dotenvFile: string;
  readonly dotenv: FileState | undefined;
  /** Text of an included file that was read along. */
  readonly included: (file: string) => string | undefined;
  /** The state of a file: the one that was looked at, else read now. A plan must be made of what was looked at. */
  readonly read: ConfigStore["read"];
  /** The other files that can hold a key, read when they are first asked for. */
  readonly keyFiles: () => Promise<KeyFiles>;
}

/** A config that does not exist yet starts as this: plain JSON, one member a line. */
export const emptyConfig = "{\n}\n";

/**
 * Reads the config and the `.env` next to it; with `fixesSyntax` as if its typing errors were corrected. Throws Failure `config-syntax` and `config-include` with line and
 * column.
 */
export async function look(context: Context, fixesSyntax = false): Promise<Look> {
  const corrected = (text: string) => (fixesSyntax && fixSyntax(text)?.text) || text;
  const store = await context.store();
  const states = new Map<string, Promise<FileState | undefined>>();
  const read = (file: string) => {
    const state = states.get(file) ?? store.read(file);
    states.set(file, state);
    return state;
  };
  const located = await store.locate();
  const state = await read(located.configPath);
  const document = parseDocument(corrected(state?.text ?? emptyConfig), located.configPath);
  const whole = await readWholeConfig(document, async (file) => {
    const state = await store.readIncluded(file);
    if (state !== undefined && "refused" in state) return state;
    states.set(file, Promise.resolve(state));
    return state && corrected(state.text);
  });
  const dotenvFile = dotenvIn(located.stateDir);
  let keyFiles: Promise<KeyFiles> | undefined;
  return {
    located,
    state,
    document,
    config: whole.value,
    dotenvFile,
    dotenv: await read(dotenvFile),
    included: (file) => includedText(whole, file),
    read,
    keyFiles: () => {
      keyFiles ??= readKeyFiles(context, whole.value, located.stateDir);
      return keyFiles;
    },
  };
}
