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

  it.each([
    ["no error", "EIO"],
    ["a bug of ours", new TypeError("x is not a function")],
    ["an argument that Node rejects", Object.assign(new Error("bad"), { code: "ERR_INVALID_ARG_TYPE" })],
  ])("is told apart from %s", (_, thrown) => {
    expect(systemProblem(thrown)).toBeUndefined();
  });
});
