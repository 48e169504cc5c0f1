import type { Messages } from "../i18n/index.ts";
import type { Style } from "../ports.ts";
import { shortPath } from "./plan.ts";
import { truncate } from "./text.ts";

/** What was looked at, as far as it is shown. */
interface Shown {
  readonly openclaw: { readonly state: string; readonly version: string | null };
  readonly config: { readonly file: string; readonly decidedBy: string } | null;
  readonly stateDir: string | null;
  readonly profile: string | null;
  readonly service: string | null;
  readonly keys: readonly {
    readonly label: string;
    readonly key: string;
    readonly inUse: boolean;
    readonly inService: boolean;
  }[];
}

/** What was looked at, one thing a line, a name in front of each; keys are masked already. */
export function surroundingsRows(
  shown: Shown,
  { t, home }: { t: Messages; home: string },
): [string, string][] {
  const words = t.surroundings;
  const { openclaw, config, stateDir, profile, service, keys } = shown;
  const states: Readonly<Record<string, string>> = words.openclaw;
  const version = openclaw.version ?? states[openclaw.state] ?? words.openclaw.missing;
  const rows: [string, string][] = [[words.names.openclaw, version]];
  if (config) rows.push([words.names.config, words.decided(shortPath(config.file, home), config.decidedBy)]);
  if (stateDir !== null) rows.push([words.names.stateDir, shortPath(stateDir, home)]);
  if (profile !== null) rows.push([words.names.profile, profile]);
  if (service !== null) rows.push([words.names.service, shortPath(service, home)]);
  for (const one of keys) {
    const used = [...(one.inUse ? [words.inUse] : []), ...(one.inService ? [words.inService] : [])];
    rows.push([words.names.key, [one.key, shortPath(one.label, home), ...used].join("  ")]);
  }
  return rows;
}

/** The rows in two columns. */
export function surroundingsLines(rows: readonly (readonly [string, string])[], style: Style): string[] {
  const width = Math.max(0, ...rows.map(([name]) => style.measure(name)));
  return rows.map(([name, value]) => {
    const gap = " ".repeat(width - style.measure(name) + 2);
    return `  ${style.dim(name)}${gap}${truncate(value, style.columns - width - 4, style)}`;
  });
}
