import { configLimits } from "../core/edit/index.ts";
import type { Located } from "../core/openclaw/index.ts";
import type { Context } from "../ports.ts";

/** The most that is read of a service's definition, in bytes. */
const start = { maxBytes: configLimits.bytes };

/** A file that gives OpenClaw's service its environment. */
export interface ServiceFile {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads the definition of OpenClaw's service, a systemd unit or a launch agent named after the profile, and then the
 * files of variables that it names. Empty where there is none.
 */
export async function readServiceFiles(
  context: Context,
  { profile = "default" }: Located,
): Promise<ServiceFile[]> {
  const files = await context.files();
  const { home } = context;
  const isDefault = profile.toLowerCase() === "default";
  const unit = `openclaw-gateway${isDefault ? "" : `-${profile}`}.service`;
  const label = `ai.openclaw.${isDefault ? "gateway" : profile}`;
  const file =
    context.platform === "darwin"
      ? `${home}/Library/LaunchAgents/${label}.plist`
      : `${home}/.config/systemd/user/${unit}`;
  const text = await files.read(file, start);
  if (text === undefined) return [];
  const named = [...text.matchAll(/^EnvironmentFile=-?"?([^"\n]+?)"?\s*$/gm)].map((match) => match[1] ?? "");
  const sources = await Promise.all(
    named.map(async (source) => ({ file: source, text: (await files.read(source, start)) ?? "" })),
  );
  return [{ file, text }, ...sources];
}
