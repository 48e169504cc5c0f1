import { spawn } from "node:child_process";
import { lstatSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { connect } from "node:net";
import { constants } from "node:os";
import { describe, expect, it } from "vitest";
import { exitCodes, problemTable, systemProblem } from "../../../src/core/problem/index.ts";

describe("an error of the operating system", () => {
  it.each(Object.keys(constants.errno))(
    "%s is a problem with its own exit code, not a bug of ours",
    (code) => {
      const error = Object.assign(new Error(`${code}: the reason, open '/some/file'`), {
        code,
        syscall: "open",
        path: "/some/file",
      });
      const problem = systemProblem(error);
      expect(problem).toEqual({
        code: "system-error",
        params: { file: "/some/file", call: "open", detail: `${code}: the reason` },
      });
      expect(problemTable["system-error"].exit).not.toBe(exitCodes.bug);
    },
  );

  it.each(Object.keys(constants.errno))("%s counts without a call, and inside another error", (code) => {
    const error = Object.assign(new Error("the reason"), { code });
    const expected = { code: "system-error", params: { call: code, detail: "the reason" } };
    expect(systemProblem(error)).toEqual(expected);
    expect(systemProblem(new TypeError("fetch failed", { cause: error }))).toEqual(expected);
  });

  it.each([
    ["a path with a NUL", () => readFileSync("/etc/\0")],
    ["a path with a NUL, later", () => readFile("/etc/\0")],
    ["an argument with a NUL", () => spawn("true", ["\0"])],
    ["a number for a path", () => lstatSync(5 as unknown as string)],
    ["a port that there is none of", () => connect({ host: "127.0.0.1", port: 70_000 })],
  ])("a value that Node rejects is the user's trouble: %s", async (_, call) => {
    const error = await (async () => call())().catch((thrown: unknown) => thrown);
    const problem = systemProblem(error);
    expect(problem?.code).toBe("system-error");
    expect(problem?.params).toMatchObject({ variant: "rejected" });
  });

  it.each([
    ["no error", "EIO"],
    ["a bug of ours", new TypeError("x is not a function")],
    ["a code of another library", Object.assign(new Error("bad"), { code: "ERR_UNKNOWN_FORM" })],
  ])("is told apart from %s", (_, thrown) => {
    expect(systemProblem(thrown)).toBeUndefined();
  });

  it("is distinguished from a wrong call in our own code", () => {
    const call = () => lstatSync(undefined as unknown as string);
    expect(call).toThrow(expect.toSatisfy((error: unknown) => systemProblem(error) === undefined));
  });
});
