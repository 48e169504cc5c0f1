import { get } from "../../core/json/index.ts";
import {
  judgeSecretPath,
  judgeSecretText,
  programInput,
  readProgramOutput,
  type SecretSettings,
  secretSettings,
} from "../../core/keys/index.ts";
import { pathsFor } from "../../core/paths/index.ts";
import { type Facts, FactUnavailable, type ReferencedSecret } from "../../doctor/facts.ts";
import type { Context } from "../../ports.ts";

/** The folders above a path, outermost first. */
function foldersAbove(path: string, dirname: (path: string) => string): string[] {
  const found: string[] = [];
  for (let folder = dirname(path); folder !== found[0]; folder = dirname(folder)) found.unshift(folder);
  return found;
}

async function placeOf(context: Context, path: string) {
  const files = await context.files();
  const { dirname } = pathsFor(context.platform);
  const folders = await Promise.all(
    foldersAbove(path, dirname).map(async (folder) => ({ path: folder, info: await files.stat(folder) })),
  );
  return { info: await files.stat(path), folders };
}

interface Asked {
  readonly provider: string;
  readonly id: string;
}

/** Runs the program as OpenClaw would, and judges its answer; a key in it is kept secret. */
async function askProgram(context: Context, settings: SecretSettings, { provider, id }: Asked, path: string) {
  const { args, env, timeoutMs, jsonOnly } = settings;
  const input = programInput(provider, id);
  const result = await context.runProgram({ path, args, env, input, timeoutMs });
  const value = result.code === 0 ? readProgramOutput(result.stdout, id, jsonOnly) : undefined;
  if (value !== undefined) {
    context.keepSecret(value);
    return undefined;
  }
  const said = result.stderr.trim().split("\n").at(-1) ?? "";
  const { doctor } = context.t;
  const why = result.timedOut
    ? doctor.programSlow(timeoutMs / 1000)
    : result.code === 0
      ? doctor.programNoKey
      : doctor.programCode(result.code);
  return { flaw: "program-failed", detail: [why, said.slice(0, 200)].filter(Boolean).join(" ") } as const;
}

/**
 * Finds out what the config's reference leads to. A program is run only as the user that OpenClaw runs as, and not where
 * `runs` is false. Throws FactUnavailable where the key is no reference to a file or program.
 */
export async function findSecret(context: Context, facts: Facts, runs: boolean): Promise<ReferencedSecret> {
  const [{ reference }, config, located] = [
    await facts.get("credentials"),
    (await facts.get("config")).value,
    await facts.get("located"),
  ];
  if (reference.kind !== "secret" || !["file", "exec"].includes(reference.source))
    throw new FactUnavailable("not-needed");
  const settings = secretSettings(config, reference, context.env);
  if (settings === undefined) {
    // A provider of a plugin names neither file nor program: only OpenClaw knows what it does.
    const source = get(config, ["secrets", "providers", reference.provider, "source"]);
    if (source === reference.source) throw new FactUnavailable("not-needed");
    return { path: reference.provider, flaw: "not-configured" };
  }
  const path = settings.path.replace(/^~(?=[\\/])/, context.home);
  if (!/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path)) return { path, flaw: "relative" };
  const files = await context.files();
  const own = context.machine.uid;
  const user = (await files.stat(located.stateDir))?.owner ?? own;
  const place = await placeOf(context, path);
  if (context.platform !== "win32") {
    const judged = judgeSecretPath(settings.source, place, user);
    if (judged) return { path, ...judged, ...(place.info ? { mode: place.info.mode } : {}) };
  } else if (place.info === undefined) return { path, flaw: "missing" };
  if (settings.source === "exec") {
    const failed = runs && user === own ? await askProgram(context, settings, reference, path) : undefined;
    return { path, flaw: undefined, ...failed };
  }
  const text = await files.read(path);
  const flaw =
    text === undefined ? undefined : judgeSecretText(config, reference.provider, reference.id, text);
  return { path, flaw };
}
