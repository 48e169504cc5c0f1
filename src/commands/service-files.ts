import { configLimits } from "../core/edit/index.ts";
import { type Located, readServiceFile } from "../core/openclaw/index.ts";
import { within } from "../core/paths/index.ts";
import type { Context } from "../ports.ts";

const start = { maxBytes: configLimits.bytes };

/** Where the definition of the service and of its environment can be, for this system and profile. */
function servicePlaces({ home, platform }: Context, { profile = "default", stateDir }: Located) {
  const isDefault = profile.toLowerCase() === "default";
  const label = `ai.openclaw.${isDefault ? "gateway" : profile}`;
  if (platform === "darwin")
    return {
      file: within(home, "Library", "LaunchAgents", `${label}.plist`),
      more: [within(stateDir, "service-env", `${label}.env`)],
    };
  if (platform === "win32") return { file: within(stateDir, "gateway.cmd"), more: [] };
  const unit = `openclaw-gateway${isDefault ? "" : `-${profile}`}.service`;
  const file = within(home, ".config", "systemd", "user", unit);
  return { file, dropIns: `${file}.d`, more: [] };
}

/** A file that gives OpenClaw's service its environment. */
export interface ServiceFile {
  readonly file: string;
  readonly text: string;
  readonly environment: ReturnType<typeof readServiceFile>;
}

/**
 * Reads the definition of OpenClaw's service and the files that it takes its environment from, in the order in which
 * they override each other. Empty where no service is installed.
 */
export async function readServiceFiles(context: Context, located: Located): Promise<ServiceFile[]> {
  const files = await context.files();
  const { file, dropIns, more } = servicePlaces(context, located);
  if ((await files.read(file, start)) === undefined) return [];
  const named = dropIns === undefined ? [] : await files.list(dropIns);
  const waiting = [file, ...named.toSorted().map((name) => within(dropIns ?? "", name)), ...more];
  const known = new Set(waiting);
  const found: ServiceFile[] = [];
  for (const one of waiting) {
    const text = await files.read(one, start);
    if (text === undefined) continue;
    const environment = readServiceFile(one, text);
    found.push({ file: one, text, environment });
    for (const next of environment.files) {
      const path = next.replace(/^~(?=\/)|%h/, context.home);
      if (!known.has(path)) waiting.push(path);
      known.add(path);
    }
  }
  return found;
}
