import { lstatSync } from "node:fs";
import { looksDamaged } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { moveFile } from "./held.ts";
import { readSnapshot } from "./read-file.ts";
import { stage } from "./write-file.ts";

const generations = 4;

/**
 * Keeps OpenClaw from putting an older config back. Once it has a `.bak`, it takes a config that lost half of its
 * bytes, `meta` or `gateway.mode` for damaged and restores that. So the ring moves on as on a write of OpenClaw's own
 * (`.bak` to `.bak.1` … `.bak.4`), and the new text is in `.bak` too: restoring it then changes nothing.
 * In: the config as OpenClaw names it, its old and its new text. Throws Failure when the new `.bak` cannot be written.
 */
export function keepFromRestore(config: string, before: string, after: string): readonly Problem[] {
  const latest = `${config}.bak`;
  const saved = textOf(latest);
  if (saved === undefined) return [];
  const baselines = [before, saved, textOf(`${config}.last-good`) ?? ""];
  if (!looksDamaged(after, baselines)) return [];
  const staged = stage(latest, undefined, after, 0o600);
  try {
    for (let generation = generations - 1; generation >= 1; generation--)
      move(`${latest}.${generation}`, `${latest}.${generation + 1}`);
    move(latest, `${latest}.1`);
    return staged.commit(undefined);
  } finally {
    staged.discard();
  }
}

function move(from: string, to: string): void {
  if (lstatSync(from, { throwIfNoEntry: false })?.isFile()) moveFile(from, to);
}

function textOf(file: string): string | undefined {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  try {
    return readSnapshot(file)?.text;
  } catch {
    // Not readable for us: then it is no text that OpenClaw could restore with our rights.
    return undefined;
  }
}
