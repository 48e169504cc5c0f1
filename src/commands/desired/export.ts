import { desiredYaml, exportSetup, holdsKey } from "../../core/desired/index.ts";
import { get } from "../../core/json/index.ts";
import { fail } from "../../core/problem/index.ts";
import { providerPath } from "../../core/provider/index.ts";
import type { Context, Report } from "../../ports.ts";
import { symbols } from "../../render/problem.ts";
import { configuredBaseUrl } from "../connection.ts";
import { look } from "../look.ts";
import { readSkill } from "../skill/files.ts";

/** The arguments of `export`. */
export interface ExportOptions {
  /** A new file; standard output without it. */
  readonly file?: string;
  readonly allProfiles?: boolean;
}

/** Where editors find the schema of the file. */
const schema = "https://unpkg.com/openclaw-aisa/docs/schema/aisa.schema.json";

async function setupOf(context: Context) {
  const found = await look(context);
  const { config, dotenv } = found;
  const skill = (await readSkill(context)).isCurrent;
  const hasUrl = get(config, [...providerPath, "baseUrl"]) !== undefined;
  const baseUrl = hasUrl ? configuredBaseUrl(context, config, dotenv) : undefined;
  return { setup: exportSetup(config, { baseUrl, skill }), hidesKey: holdsKey(config) };
}

/** The names of the profiles that have a config, in order. */
async function profileNames(context: Context): Promise<string[]> {
  const names = (await (await context.files()).list(context.home)).flatMap(
    (name) => /^\.openclaw-([A-Za-z0-9][\w-]*)$/.exec(name)?.[1] ?? [],
  );
  const found: string[] = [];
  for (const name of names.sort())
    if ((await (await context.forProfile(name).store()).locate()).exists) found.push(name);
  return found;
}

/** Writes the running setup as a desired state that `apply` reads. No key is in it. */
export async function run(context: Context, { file, allProfiles }: ExportOptions): Promise<Report> {
  const { t, style } = context;
  const own = await setupOf(context);
  const profiles: [string, Awaited<ReturnType<typeof setupOf>>][] = [];
  for (const name of allProfiles ? await profileNames(context) : [])
    profiles.push([name, await setupOf(context.forProfile(name))]);
  const all =
    profiles.length === 0
      ? {}
      : { profiles: Object.fromEntries(profiles.map(([name, one]) => [name, one.setup])) };
  const state = { version: 1, ...own.setup, ...all };
  const hidesKey = [own, ...profiles.map(([, one]) => one)].some((one) => one.hidesKey);
  const isJson = file !== undefined && /\.json5?$/i.test(file);
  const text = isJson
    ? JSON.stringify({ $schema: schema, ...state }, null, 2)
    : desiredYaml(state, [
        `yaml-language-server: $schema=${schema}`,
        ...(hidesKey ? [t.desired.keyLeftOut] : []),
      ]);
  const data = { state, file: file ?? null };
  if (file === undefined)
    return { changed: false, data, problems: [], lines: text.split("\n"), isExact: true };
  const isWritten = context.options.dryRun || (await (await context.files()).create(file, `${text}\n`));
  if (!isWritten) throw fail("usage", { variant: "text", text: t.desired.fileExists(file) });
  const done = context.options.dryRun ? t.plan.dryRun : t.desired.exported(file);
  return {
    changed: !context.options.dryRun,
    data,
    problems: [],
    lines: [`${style.green(symbols.ok)} ${done}`],
  };
}
