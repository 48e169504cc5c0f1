import { describe, expect, it } from "vitest";
import {
  judgeSecretPath,
  judgeSecretText,
  readProgramOutput,
  secretSettings,
} from "../../../src/core/keys/index.ts";

const user = 1000;
const open = { path: "/", info: { mode: 0o755, owner: 0, group: 0, directory: true } };
const file = { mode: 0o600, owner: user, group: user, directory: false };
const flawOf = (source: "file" | "exec", info: object | undefined, folders = [open], as = user) =>
  judgeSecretPath(source, { info: info === undefined ? undefined : { ...file, ...info }, folders }, as)?.flaw;

describe("judgeSecretPath", () => {
  it.each([
    ["file", {}, undefined],
    ["file", undefined, "missing"],
    ["file", { directory: true }, "folder"],
    ["file", { link: true }, "link"],
    ["file", { mode: 0o444, owner: 0 }, "readable"],
    ["file", { mode: 0o640 }, "readable"],
    ["file", { mode: 0o620 }, "writable"],
    ["file", { owner: 0 }, "owner"],
    ["exec", { mode: 0o755 }, undefined],
    ["exec", { mode: 0o775 }, "writable"],
    ["exec", { mode: 0o755, owner: 0 }, "owner"],
  ] as const)("%s %j: %s", (source, info, flaw) => {
    expect(flawOf(source, info)).toBe(flaw);
  });

  it("names the folder that keeps the user out, which root passes", () => {
    const root = { path: "/root", info: { mode: 0o700, owner: 0, group: 0, directory: true } };
    expect(judgeSecretPath("file", { info: undefined, folders: [open, root] }, user)).toEqual({
      flaw: "closed-folder",
      folder: "/root",
    });
    expect(flawOf("file", { owner: 0 }, [open, root], 0)).toBeUndefined();
  });
});

const config = {
  secrets: {
    providers: {
      one: { source: "file", path: "/x", mode: "singleValue" },
      json: { source: "file", path: "/x" },
      run: {
        source: "exec",
        command: "/bin/x",
        args: ["a"],
        env: { A: "1" },
        passEnv: ["B"],
        jsonOnly: false,
      },
    },
  },
};

describe("secret texts", () => {
  it.each([
    ["one", "value", "sk-x\n", undefined],
    ["one", "value", " \n", "empty"],
    ["json", "/a/b", '{"a":{"b":"sk-x"}}', undefined],
    ["json", "/a/c", '{"a":{"b":"sk-x"}}', "no-value"],
    ["json", "/a", "sk-x", "no-value"],
  ])("%s %s in %j: %s", (provider, id, text, flaw) => {
    expect(judgeSecretText(config, provider, id, text)).toBe(flaw);
  });

  it.each([
    ["sk-x\n", false, "sk-x"],
    ['"sk-x"', false, "sk-x"],
    ["sk-x", true, undefined],
    ["", false, undefined],
    ['{"protocolVersion":1,"values":{"value":"sk-x"}}', true, "sk-x"],
    ['{"protocolVersion":2,"values":{"value":"sk-x"}}', true, undefined],
    ['{"protocolVersion":1,"values":{}}', false, undefined],
  ])("a program's %j is read as OpenClaw does (JSON alone: %s)", (text, jsonOnly, value) => {
    expect(readProgramOutput(text, "value", jsonOnly)).toBe(value);
  });

  it("settings give a program the variables that it is to get, and no others", () => {
    const settings = secretSettings(config, { source: "exec", provider: "run" }, { B: "2", C: "3" });
    expect(settings).toMatchObject({ path: "/bin/x", args: ["a"], env: { A: "1", B: "2" }, jsonOnly: false });
    expect(secretSettings(config, { source: "file", provider: "run" }, {})).toBeUndefined();
    expect(secretSettings(config, { source: "file", provider: "none" }, {})).toBeUndefined();
  });
});
