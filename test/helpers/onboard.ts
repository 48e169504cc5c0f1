import { statSync } from "node:fs";
import JSON5 from "json5";
import { expect } from "vitest";
import { get } from "../../src/core/json/value.ts";
import { type Run, run } from "./cli.ts";
import type { Bench } from "./demo.ts";
import type { Home } from "./home.ts";

/** The five that are set up where nothing else is asked for. */
export const fiveModels = [
  "qwen3-max",
  "qwen-plus-2025-12-01",
  "qwen-mt-flash",
  "deepseek-v3.1",
  "kimi-k2.5",
] as const;

/** Data of `onboard --json`. */
export interface OnboardData {
  baseUrl: string;
  models: string[];
  primary: string | null;
  fallbacks: string[] | null;
  key: { masked: string; source: string; storage: string };
  validated: boolean;
  liveModels: number | null;
  pending: boolean;
  backup: string | null;
  changes: { file: string; op: string; path: string; before?: unknown; after?: unknown }[];
  verified: {
    written: string;
    openclaw: string;
    openclawVersion: string | null;
    chat: string;
    firstTokenMs: number | null;
    totalMs: number | null;
  };
}

/** Permission bits of a file. */
export const modeOf = (file: string) => statSync(file).mode & 0o777;

/** A value inside a JSON5 file; the config of the home where none is named. */
export function valueIn(home: Home, path: readonly (string | number)[], file = home.config): unknown {
  return get(JSON5.parse(home.read(file).replace(/^\uFEFF/, "")), path);
}

/** Ids of the provider's entries, as they are written. */
export function entryIds(home: Home, file = home.config): unknown[] {
  const models = valueIn(home, ["models", "providers", "aisa", "models"], file);
  return Array.isArray(models) ? models.map((entry) => get(entry, ["id"])) : [];
}

/** Runs `onboard` on a bench, its lines unbroken; no key may ever come out of it. */
export async function onboard(
  { home, env, gateway }: Bench,
  args: readonly string[] = [],
  more: Partial<Parameters<typeof run>[1]> = {},
): Promise<Run> {
  const { env: extra, ...rest } = more;
  const result = await run(["onboard", ...args], {
    ...rest,
    home,
    env: { COLUMNS: "200", ...env, ...extra },
  });
  expect(result.stdout + result.stderr, "the key").not.toContain(gateway.key);
  expect(result.stdout + result.stderr, "a stack trace").not.toMatch(/^\s+at .+[:(]\d|node:internal/m);
  return result;
}

/** Runs it once more with the same words, and holds that nothing changes then. */
export async function settles(
  bench: Bench,
  args: readonly string[] = [],
  more: Parameters<typeof onboard>[2] = {},
): Promise<void> {
  const files = [bench.home.config, bench.home.dotenv].filter((file) => bench.home.exists(file));
  const before = files.map((file) => bench.home.read(file));
  const again = await onboard(bench, [...args, "--json"], more);
  expect([again.code, again.json().changed, again.json<OnboardData>().data.changes]).toEqual([0, false, []]);
  expect(files.map((file) => bench.home.read(file))).toEqual(before);
}
