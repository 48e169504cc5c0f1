import { createHash } from "node:crypto";
import { fail } from "../../src/core/problem/problem.ts";
import type { Context, FileState } from "../../src/ports.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/**
 * A context whose config lies in memory, for tests with a thousand writes: the real store syncs every one to disk.
 * `text` reads what was written last.
 */
export function inMemory(
  context: Context,
  config: string,
  initial: string,
): { context: Context; text(): string } {
  let text = initial;
  const located = {
    configPath: config,
    stateDir: "/nowhere",
    exists: true,
    decidedBy: "default",
    ignored: [],
  };
  const state = (): FileState => ({ path: config, target: config, text, hash: hashOf(text), mode: 0o600 });
  const store = {
    locate: async () => located,
    read: async (file: string) => (file === config ? state() : undefined),
    obstacle: async () => undefined,
    readIncluded: async () => undefined,
    backups: async () => [],
    recover: async () => [],
    revert: async () => false,
    commit: async (_: string, writes: readonly { file: string; before?: string; text?: string }[]) => {
      for (const write of writes) {
        if (write.file !== config || write.before !== hashOf(text))
          throw fail("config-changed", { file: write.file });
        text = write.text ?? "";
      }
      return { backup: "memory", files: [config], notices: [] };
    },
  };
  const none = {
    read: async () => undefined,
    readStream: async () => ({ kind: "missing" }) as const,
    list: async () => [],
    stat: async () => undefined,
    create: async () => false,
  };
  return { context: { ...context, store: async () => store, files: async () => none }, text: () => text };
}
