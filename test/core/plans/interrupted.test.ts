import { describe, expect, it } from "vitest";
import type { BackedUpFile, FileState } from "../../../src/core/edit/stored-file.ts";
import { judgeInterrupted } from "../../../src/core/plans/interrupted.ts";

const hash = (text: string) => `hash of ${text}`;
const state = (path: string, text: string): FileState => ({
  path,
  target: path,
  text,
  hash: hash(text),
  mode: 0o600,
});
const entry = (file: string, before: string | undefined, after: string | undefined): BackedUpFile => ({
  file,
  ...(before === undefined ? {} : { before, beforeMode: 0o600 }),
  ...(after === undefined ? {} : { afterHash: hash(after) }),
});

describe("judgeInterrupted", () => {
  const changed = [entry("/env", "old", "new"), entry("/config", "old", "new")];
  const made = [entry("/env", undefined, "new"), entry("/config", "old", "new")];
  const removed = [entry("/env", "old", undefined), entry("/config", "old", "new")];
  const sameText = [entry("/env", "same", "same"), entry("/config", "old", "new")];

  it.each<[string, BackedUpFile[], [string | undefined, string | undefined], string, string[]]>([
    ["both old", changed, ["old", "old"], "untouched", []],
    ["both new", changed, ["new", "new"], "complete", []],
    ["the first new", changed, ["new", "old"], "half", ["/env"]],
    ["the second new", changed, ["old", "new"], "half", ["/config"]],
    ["a foreign text beside a new one", changed, ["new", "theirs"], "foreign", ["/config"]],
    ["a foreign text beside an old one", changed, ["theirs", "old"], "foreign", ["/env"]],
    ["a file gone since", changed, [undefined, "new"], "foreign", ["/env"]],
    ["a file not made yet", made, [undefined, "old"], "untouched", []],
    ["a file made, the other old", made, ["new", "old"], "half", ["/env"]],
    ["a file whose name is only reserved", made, ["", "old"], "half", ["/env"]],
    ["a file that another program made", made, ["theirs", "old"], "foreign", ["/env"]],
    ["a file removed, the other old", removed, [undefined, "old"], "half", ["/env"]],
    ["a file removed, the other new", removed, [undefined, "new"], "complete", []],
    ["a file of which only the mode changes, the other old", sameText, ["same", "old"], "untouched", []],
    ["a file of which only the mode changes, the other new", sameText, ["same", "new"], "complete", []],
  ])("%s", (_, files, [env, config], reached, named) => {
    const texts = new Map([
      ["/env", env],
      ["/config", config],
    ]);
    const judged = judgeInterrupted(
      { id: "1", command: "test", config: "/config", done: false, files },
      (file) => {
        const text = texts.get(file);
        return text === undefined ? undefined : state(file, text);
      },
    );
    expect([judged.reached, judged.files.map((one) => one.file)]).toEqual([reached, named]);
  });
});
