import { parseDotenv } from "../edit/index.ts";
import { get } from "../json/index.ts";

/** What a file says of the environment of OpenClaw's background service. */
export interface ServiceEnvironment {
  readonly values: ReadonlyMap<string, string>;
  /** Files with more of it, as they are named. */
  readonly files: readonly string[];
}

const managedKeys = "OPENCLAW_SERVICE_MANAGED_ENV_KEYS";

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const unescapeXml = (text: string) =>
  text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? "");

/** The words of a line of a systemd unit; quotes around a word, or behind its `=`, go. */
function unitWords(line: string): string[] {
  const words = line.match(/"(?:[^"\\]|\\.)*"|'[^']*'|(?:[^\s"']|"(?:[^"\\]|\\.)*"|'[^']*')+/g) ?? [];
  return words.map((word) => word.replace(/["']/g, "").replaceAll("%%", "%"));
}

function readUnit(text: string): ServiceEnvironment {
  const values = new Map<string, string>();
  const files: string[] = [];
  for (const [, name, rest = ""] of text.matchAll(/^\s*(Environment|EnvironmentFile)\s*=\s*(.*?)\s*$/gm)) {
    if (name === "EnvironmentFile") files.push(rest.replace(/^-/, "").replace(/^"(.*)"$/, "$1"));
    else
      for (const word of unitWords(rest)) {
        const at = word.indexOf("=");
        if (at > 0) values.set(word.slice(0, at), word.slice(at + 1));
      }
  }
  return { values, files };
}

/** A launch agent: its `EnvironmentVariables`, and the file that its wrapper reads (2026.6 and newer). */
function readPlist(text: string): ServiceEnvironment {
  const block = /<key>EnvironmentVariables<\/key>\s*<dict>([\s\S]*?)<\/dict>/.exec(text)?.[1] ?? "";
  const pairs = [...block.matchAll(/<key>([^<]*)<\/key>\s*(?:<string>([^<]*)<\/string>|<string\s*\/>)/g)];
  const files = [...text.matchAll(/<string>([^<]*\/service-env\/[^<]*\.env)<\/string>/g)];
  return {
    values: new Map(pairs.map(([, name = "", value = ""]) => [unescapeXml(name), unescapeXml(value)])),
    files: files.map(([, file = ""]) => unescapeXml(file)),
  };
}

/** The script of a scheduled task on Windows: `set "NAME=value"`. */
function readScript(text: string): ServiceEnvironment {
  const lines = [...text.matchAll(/^\s*set\s+"?([A-Za-z_]\w*)=([^"\r\n]*)"?\s*$/gim)];
  return { values: new Map(lines.map(([, name = "", value = ""]) => [name, value.trim()])), files: [] };
}

/**
 * Reads a file of the background service: a systemd unit or a drop-in of it, a launch agent, the script of a scheduled
 * task, or a file of variables. What it is shows in its name.
 */
export function readServiceFile(file: string, text: string): ServiceEnvironment {
  if (/\.(?:service|conf)$/.test(file)) return readUnit(text);
  if (file.endsWith(".plist")) return readPlist(text);
  if (file.endsWith(".cmd")) return readScript(text);
  return { values: parseDotenv(text), files: [] };
}

/** Returns whether a service's environment lists a variable as one that OpenClaw sets. */
export function listsVariable({ values }: ServiceEnvironment, name: string): boolean {
  return (values.get(managedKeys) ?? "").split(",").some((one) => one.trim().toUpperCase() === name);
}

/** Returns the port of OpenClaw's gateway by its environment and its config. */
export function gatewayPort(env: Readonly<Record<string, string | undefined>>, config: unknown): number {
  const configured = Number(env["OPENCLAW_GATEWAY_PORT"] || get(config, ["gateway", "port"]));
  return Number.isInteger(configured) && configured > 0 && configured < 65_536 ? configured : 18_789;
}
