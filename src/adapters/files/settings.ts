import { createHash } from "node:crypto";
import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { readKeptAccount } from "../../core/gateway/index.ts";
import { get, getObject, isObject } from "../../core/json/index.ts";
import { readKeptModels } from "../../core/models/index.ts";
import { readKeptPins } from "../../core/openclaw/index.ts";
import type { CachedModels, GatewayTarget, Settings } from "../../ports.ts";

const mostOfEach = 8;

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

/** What is remembered, each by a name of its own. */
const sections = ["liveModels", "accounts", "pins"] as const;
type Section = (typeof sections)[number];

/** The name of an account: the key itself is never kept. */
function accountName({ baseUrl, apiKey }: GatewayTarget): string {
  const hash = createHash("sha256").update(`${baseUrl}\n${apiKey}`).digest("hex");
  return `${baseUrl} ${hash.slice(0, 16)}`;
}

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
  const readAll = (): unknown => {
    try {
      const size = sizeOf();
      if (size === undefined || size > largestFile) return {};
      return JSON.parse(readFileSync(file, "utf8"));
    } catch {
      return {}; // damaged, no home, or one that cannot be read: work goes on without a memory
    }
  };
  const read = (section: Section, name: string) => get(readAll(), [section, name]);
  const remember = async (section: Section, name: string, change: (before: unknown) => object) => {
    if (!writable) return;
    try {
      const { default: Conf } = await import("conf");
      // From here on nothing waits, so that what is noted at the same time is not lost.
      const all = readAll();
      const others = Object.entries(getObject(all, [section])).filter(([one]) => one !== name);
      const kept = others.sort(([, a], [, b]) => timeOf(b) - timeOf(a)).slice(0, mostOfEach - 1);
      if ((sizeOf() ?? 0) > largestFile) rmSync(file);
      const store = new Conf({
        projectName: ownName,
        configName,
        clearInvalidConfig: true,
        accessPropertiesByDotNotation: false,
        configFileMode: 0o600,
        cwd: dir,
      });
      const rest = sections.filter((one) => one !== section && isObject(get(all, [one])));
      // The whole of it: what else is in the file is not ours.
      store.store = {
        ...Object.fromEntries(rest.map((one) => [one, get(all, [one])])),
        [section]: Object.fromEntries([...kept, [name, change(get(all, [section, name]))]]),
      };
    } catch {
      // A full disk or a read-only home: it is asked for again next time.
    }
  };
  return {
    liveModels: (baseUrl) => readCached(read("liveModels", baseUrl)),
    rememberLiveModels: (baseUrl, models, at) => remember("liveModels", baseUrl, () => ({ at, models })),
    account: (target) => readKeptAccount(read("accounts", accountName(target))),
    rememberAccount: async (target, seen) => {
      if (Object.keys(seen).length === 0) return;
      const at = seen.key?.at ?? seen.balance?.at ?? 0;
      await remember("accounts", accountName(target), (before) => ({
        ...readKeptAccount(before),
        ...seen,
        at,
      }));
    },
    pins: (stateDir) => {
      const kept = read("pins", stateDir);
      return isObject(kept) ? { sessions: readKeptPins(kept), at: timeOf(kept) } : undefined;
    },
    rememberPins: (stateDir, sessions, at) =>
      remember("pins", stateDir, () => ({
        at,
        sessions: sessions.map(({ agent, model }) => ({ agent, model })),
      })),
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
