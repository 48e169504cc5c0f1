import { describe, expect, it } from "vitest";
import { createSessionRecords } from "../../../src/adapters/files/session-records.ts";
import { makeHome } from "../../helpers/home.ts";

async function linesOf(content: string | Buffer, text: string): Promise<string[]> {
  const home = makeHome();
  const file = home.write("one.jsonl", content);
  const found: string[] = [];
  const records = createSessionRecords(home.path, process.versions.node);
  expect(await records.lines(file, text, (line) => found.push(line))).toBe(true);
  return found;
}

describe("the lines of a session", () => {
  it("are those that contain the text, whole across the parts that are read", async () => {
    // Parts of 1 MiB: the second line begins in the first and ends in the third, with a wide character at each edge.
    const long = `"usage" ${"二".repeat(900_000)}`;
    const lines = ["first", long, '"usage" 三', "last"];
    expect(await linesOf(lines.join("\n"), '"usage"')).toEqual([long, '"usage" 三']);
  });

  it("include the last one without an end, and leave out one above 32 MiB", async () => {
    const huge = Buffer.alloc(33 * 1024 * 1024, 'x"usage"');
    const content = Buffer.concat([huge, Buffer.from('\n"usage":1\n"usage":{"inp')]);
    expect(await linesOf(content, '"usage"')).toEqual(['"usage":1', '"usage":{"inp']);
  });

  it("are none of a file that is empty", async () => {
    expect(await linesOf("", '"usage"')).toEqual([]);
  });

  it.each(["missing.jsonl", "."])("of %s cannot be read", async (name) => {
    const records = createSessionRecords(makeHome().path, process.versions.node);
    expect(await records.lines(name, "x", () => {})).toBe(false);
  });
});

describe("a database of sessions", () => {
  it("needs the Node that OpenClaw needs", async () => {
    const records = createSessionRecords(makeHome().path, "24.15.0");
    expect(await records.events("any.sqlite", 0, () => {})).toBe("needs-node");
  });
});
