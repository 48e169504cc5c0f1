import { join } from "node:path";
import Conf from "conf";
import { get, getArray, isObject } from "../../core/json/index.ts";
import type { CachedModels, LiveModel, Settings } from "../../ports.ts";

const mostGateways = 8;

const ownName = "openclaw-aisa";

/** The folder where programs keep their settings on this system, ours in it: `~/.config/openclaw-aisa` on Linux. */
export function settingsFolder(
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  platform: string,
): string {
  if (platform === "darwin") return join(home, "Library", "Preferences", ownName);
  if (platform === "win32")
    return join(env["APPDATA"] || join(home, "AppData", "Roaming"), ownName, "Config");
  return join(env["XDG_CONFIG_HOME"] || join(home, ".config"), ownName);
}

/**
 * Our own memory between runs, kept by `conf` in a folder. It is only a memory: a file that is damaged is started
 * anew, one that cannot be read or written is as good as none.
 */
export function createSettings(dir: string): Settings {
  const store = openStore(dir);
  return {
    liveModels: (baseUrl) => readCached(readAll(store)[baseUrl]),
    rememberLiveModels: (baseUrl, models, at) => {
      const others = Object.entries(readAll(store)).filter(([url]) => url !== baseUrl);
      const kept = others.sort(([, a], [, b]) => timeOf(b) - timeOf(a)).slice(0, mostGateways - 1);
      try {
        store?.set("liveModels", Object.fromEntries([...kept, [baseUrl, { at, models }]]));
      } catch {
        // A full disk or a read-only home: the list is asked for again next time.
      }
    },
  };
}

function openStore(dir: string): Conf | undefined {
  try {
    return new Conf({
      projectName: ownName,
      configName: "settings",
      clearInvalidConfig: true,
      accessPropertiesByDotNotation: false,
      configFileMode: 0o600,
      cwd: dir,
    });
  } catch {
    return undefined; // no home, or one that cannot be read: work goes on without a memory
  }
}

function readAll(store: Conf | undefined): Readonly<Record<string, unknown>> {
  try {
    const all: unknown = store?.get("liveModels");
    return isObject(all) ? all : {};
  } catch {
    return {}; // became unreadable since it was opened
  }
}

function readCached(entry: unknown): CachedModels | undefined {
  const models = getArray(entry, ["models"]).filter(
    (model): model is LiveModel => typeof get(model, ["id"]) === "string",
  );
  return models.length === 0 ? undefined : { models, at: timeOf(entry) };
}

function timeOf(entry: unknown): number {
  const at = get(entry, ["at"]);
  return typeof at === "number" && Number.isFinite(at) ? at : 0;
}
