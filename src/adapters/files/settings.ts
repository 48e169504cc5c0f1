import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { get, isObject } from "../../core/json/index.ts";
import { readKeptModels } from "../../core/models/index.ts";
import type { CachedModels, Settings } from "../../ports.ts";

const mostGateways = 8;

const ownName = "openclaw-aisa";
const configName = "settings";

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

// No list that the gateway adapter takes is longer; conf reads the whole file several times over.
const largestFile = 4 * 1024 * 1024;

/**
 * Our own memory between runs, kept by `conf` in a folder. It is only a memory: a file that is damaged or larger than
 * 4 MiB is started again, one that cannot be read or written is as good as none. Without `writable` it is only read.
 */
export function createSettings(
  dir: string,
  { writable = true }: { readonly writable?: boolean } = {},
): Settings {
  const file = join(dir, `${configName}.json`);
  const sizeOf = () => statSync(file, { throwIfNoEntry: false })?.size;
  // Read without conf, which takes several milliseconds to load and makes its folder as soon as it is opened.
  const readAll = (): Readonly<Record<string, unknown>> => {
    try {
      const size = sizeOf();
      if (size === undefined || size > largestFile) return {};
      const all = get(JSON.parse(readFileSync(file, "utf8")), ["liveModels"]);
      return isObject(all) ? all : {};
    } catch {
      return {}; // damaged, no home, or one that cannot be read: work goes on without a memory
    }
  };
  return {
    liveModels: (baseUrl) => readCached(readAll()[baseUrl]),
    rememberLiveModels: async (baseUrl, models, at) => {
      if (!writable) return;
      const others = Object.entries(readAll()).filter(([url]) => url !== baseUrl);
      const kept = others.sort(([, a], [, b]) => timeOf(b) - timeOf(a)).slice(0, mostGateways - 1);
      try {
        if ((sizeOf() ?? 0) > largestFile) rmSync(file);
        const { default: Conf } = await import("conf");
        const store = new Conf({
          projectName: ownName,
          configName,
          clearInvalidConfig: true,
          accessPropertiesByDotNotation: false,
          configFileMode: 0o600,
          cwd: dir,
        });
        // The whole of it: what else is in the file is not ours.
        store.store = { liveModels: Object.fromEntries([...kept, [baseUrl, { at, models }]]) };
      } catch {
        // A full disk or a read-only home: the list is asked for again next time.
      }
    },
  };
}

function readCached(entry: unknown): CachedModels | undefined {
  const models = readKeptModels(get(entry, ["models"]));
  return models.length === 0 ? undefined : { models, at: timeOf(entry) };
}

function timeOf(entry: unknown): number {
  const at = get(entry, ["at"]);
  return typeof at === "number" && Number.isFinite(at) ? at : 0;
}
