import { aisaCliFile, readKeyReference, secretFile } from "../core/keys/index.ts";
import { within } from "../core/paths/index.ts";
import { providerPath } from "../core/provider/index.ts";
import type { Context } from "../ports.ts";
import { agentFiles } from "./agent-files.ts";

/** A file and its text. */
interface TextFile {
  readonly file: string;
  readonly text: string;
}

/** The files besides the config and its `.env` that can hold a key. */
export interface KeyFiles {
  /** Every agent's `auth-profiles.json`. */
  readonly profiles: readonly TextFile[];
  readonly aisaCli: TextFile | undefined;
  /** The file that the config's SecretRef names. */
  readonly secret: TextFile | undefined;
  readonly workspaceFile: string;
  readonly workspace: string | undefined;
}

/** Reads the files that can hold a key. In: the config's value and OpenClaw's state directory. */
export async function readKeyFiles(context: Context, config: unknown, stateDir: string): Promise<KeyFiles> {
  const files = await context.files();
  const reference = readKeyReference(config, [...providerPath, "apiKey"]);
  const secretPath = reference.kind === "secret" ? secretFile(config, reference.provider) : undefined;
  const cliFile = aisaCliFile(context.env, context.home, context.platform);
  const workspaceFile = within(context.cwd, ".env");
  const read = async (file: string): Promise<TextFile | undefined> => {
    const text = await files.read(file);
    return text === undefined ? undefined : { file, text };
  };
  const [profiles, aisaCli, secret, workspace] = await Promise.all([
    agentFiles(files, stateDir, "auth-profiles.json").then((paths) => Promise.all(paths.map(read))),
    read(cliFile),
    secretPath === undefined ? undefined : read(secretPath),
    // Someone else may have put it there: it must not stop us by its length.
    files.read(workspaceFile, { maxBytes: 1024 * 1024 }),
  ]);
  return {
    profiles: profiles.filter((one) => one !== undefined),
    aisaCli,
    secret,
    workspaceFile,
    workspace,
  };
}
