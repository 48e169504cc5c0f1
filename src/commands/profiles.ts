import { get } from "../core/json/index.ts";
import { homeOf, type Profile, profilesIn } from "../core/openclaw/index.ts";
import { Failure } from "../core/problem/index.ts";
import { providerPath } from "../core/provider/index.ts";
import type { Context } from "../ports.ts";
import { look } from "./look.ts";

/** The profiles of this user, the default one first. */
export async function profilesOf(context: Context): Promise<Profile[]> {
  const { env, home, cwd, platform } = context;
  const names = await (await context.files()).list(homeOf(env, { home, cwd, platform, dev: false }));
  return profilesIn(names);
}

async function hasBlock(context: Context): Promise<boolean> {
  try {
    return get((await look(context)).config, providerPath) !== undefined;
  } catch (error) {
    // Of a config that cannot be read nothing is known.
    if (error instanceof Failure) return false;
    throw error;
  }
}

/** The names of the other profiles that have AIsa, `default` for the one without a name. In: the config in use. */
export async function othersWithAisa(context: Context, configPath: string): Promise<string[]> {
  const others: string[] = [];
  for (const { name } of await profilesOf(context)) {
    const other = context.forProfile(name);
    const { configPath: path } = await (await other.store()).locate();
    if (path !== configPath && (await hasBlock(other))) others.push(name ?? "default");
  }
  return others;
}
