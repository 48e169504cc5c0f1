import { expect, it } from "vitest";
import { draftAll } from "../../src/commands/apply.ts";
import type { Look } from "../../src/commands/look.ts";
import type { FileChange } from "../../src/core/change/index.ts";
import { parseDocument } from "../../src/core/edit/index.ts";

const file = "/home/ann/.openclaw/openclaw.json";
const text = '{"a": 1}\n';

function lookAt(): Look {
  const document = parseDocument(text, file);
  const state = { path: file, target: file, hash: "1", text, mode: 0o600 };
  return {
    located: {
      configPath: file,
      stateDir: "/home/ann/.openclaw",
      exists: true,
      decidedBy: "default",
      ignored: [],
    },
    state,
    document,
    config: document.value,
    dotenvFile: "/home/ann/.openclaw/.env",
    dotenv: undefined,
    included: () => undefined,
    read: async () => state,
    keyFiles: async () => {
      throw new Error("nobody asks for these");
    },
  };
}

const set = (path: string, value: number): FileChange => ({
  file,
  format: "json5",
  changes: [{ op: "set", path: [path], value }],
});

it("drafts a change once while the look, and what went before, stay the same", async () => {
  const found = lookAt();
  const [first, second] = [set("a", 2), set("b", 3)];
  const [once] = await draftAll(found, [first, second]);
  const [again] = await draftAll(found, [first, second]);
  expect(again).toBe(once);
  expect(again?.after).toBe('{"a": 2, "b": 3}\n');
});

it("drafts it again after another change, and for another look", async () => {
  const found = lookAt();
  const change = set("b", 3);
  const [once] = await draftAll(found, [change]);
  const [behind] = await draftAll(found, [set("a", 2), change]);
  expect(behind?.after).toBe('{"a": 2, "b": 3}\n');
  expect((await draftAll(found, [change]))[0]?.after).toBe(once?.after);
  expect((await draftAll(lookAt(), [change]))[0]).not.toBe(once);
});
