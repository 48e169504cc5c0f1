import { configLimits } from "../../core/edit/index.ts";
import type { Credentials } from "../../core/keys/index.ts";
import { dotenvIn, type Located } from "../../core/openclaw/index.ts";
import { folderOf, nameOf, within } from "../../core/paths/index.ts";
import { type Facts, FactUnavailable, type Gatherers, type GuardedFile } from "../../doctor/facts.ts";
import type { Context, Files } from "../../ports.ts";
import { agentFiles, readAgentModels } from "../agent-files.ts";
import { findExposed } from "./exposed.ts";

/** The facts from files next to the config. */
type FileFacts = Pick<
  Gatherers,
  "guarded" | "exposed" | "clobbered" | "node" | "managedBy" | "obstacle" | "agentModels"
>;

/** What is read of a file that others make: a longer one is judged by its start. */
const start = { maxBytes: configLimits.bytes };
// Keys as the gateway makes them: one that was replaced long ago still is in old copies.
const anyKey = /\bsk-(?:aisa-)?[A-Za-z0-9_-]{12,}/;

/** Every file that may hold a key: the config and OpenClaw's copies of it, `.env`, profiles, our backups. */
async function candidates(files: Files, located: Located): Promise<string[]> {
  const { configPath, stateDir } = located;
  const beside = (await files.list(folderOf(configPath)))
    .filter((name) => name.startsWith(`${nameOf(configPath)}.`) && !name.endsWith(".lock"))
    .map((name) => within(folderOf(configPath), name));
  const backups = within(stateDir, "openclaw-aisa", "backups");
  const kept = await Promise.all(
    (await files.list(backups)).map(async (id) =>
      (await files.list(within(backups, id)))
        .filter((name) => /^\d+-/.test(name))
        .map((name) => within(backups, id, name)),
    ),
  );
  return [
    ...[configPath, ...beside, dotenvIn(stateDir)],
    ...(await agentFiles(files, located.stateDir, "auth-profiles.json")),
    ...(await agentFiles(files, located.stateDir, "models.json")),
    ...kept.flat(),
  ];
}

async function guardedFiles(files: Files, located: Located, keys: Credentials): Promise<GuardedFile[]> {
  const values = keys.sources.map((one) => one.value);
  const named = keys.sources.flatMap((one) => (one.file && one.kind !== "aisa-cli" ? [one.file] : []));
  const guarded: GuardedFile[] = [];
  for (const file of new Set([...(await candidates(files, located)), ...named])) {
    const info = await files.stat(file);
    if (info === undefined || info.directory || (info.mode & 0o077) === 0) continue;
    const text = (await files.read(file, start)) ?? "";
    const format = file.endsWith(".env") ? "dotenv" : "json5";
    if (anyKey.test(text) || values.some((value) => text.includes(value)))
      guarded.push({ file, info, format });
  }
  return guarded;
}

/** Throws FactUnavailable where the files around the config have no modes of their own. */
async function requireModes(context: Context, facts: Facts): Promise<void> {
  const { stateDir } = await facts.get("located");
  const found = await (await context.files()).stat(stateDir);
  if (found?.hasModes === false) throw new FactUnavailable("no-modes");
}

/** Gathers the facts from files next to the config. */
export function fileGatherers(context: Context): FileFacts {
  return {
    node: async () => context.nodeVersion,
    obstacle: async (facts) => (await context.store()).obstacle((await facts.get("located")).configPath),
    managedBy: async () =>
      ["OPENCLAW_CONFIG_READONLY", "OPENCLAW_NIX_MODE"].find((name) => context.env[name] === "1"),
    exposed: async (facts) => {
      await requireModes(context, facts);
      const [located, parsed] = [await facts.get("located"), await facts.find("parsed")];
      const included = parsed?.ok ? parsed.config.included.map((one) => one.file) : [];
      return findExposed(context, located, included);
    },
    guarded: async (facts) => {
      await requireModes(context, facts);
      const [located, credentials] = [await facts.get("located"), await facts.get("credentials")];
      return guardedFiles(await context.files(), located, credentials);
    },
    clobbered: async (facts) => {
      const { configPath } = await facts.get("located");
      const names = await (await context.files()).list(folderOf(configPath));
      return names
        .filter((name) => name.startsWith(`${nameOf(configPath)}.clobbered.`))
        .map((name) => within(folderOf(configPath), name));
    },
    agentModels: async (facts) =>
      readAgentModels(await context.files(), (await facts.get("located")).stateDir),
  };
}
