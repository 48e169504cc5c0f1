import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../helpers/cli.ts";

const read = (file: string) => readFileSync(join(root, file), "utf8");
const text = read("CONTRIBUTING.md");
const { scripts, files } = JSON.parse(read("package.json")) as {
  scripts: Record<string, string>;
  files: string[];
};

/** What a page says below one of its headings. */
const below = (heading: string) => text.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";

/** The paths that are named in code; a path with a place for a name in it leads to its folder. */
const paths = [...text.matchAll(/`(\.?[\w-][\w./<>-]*\/[\w./<>-]*)`/g)].map((match) =>
  (match[1] ?? "").replace(/[^/]*<.*$/, ""),
);

describe("CONTRIBUTING.md", () => {
  it("names files and folders that exist", () => {
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("walks from the command line to the disk in ten steps, each with its files", () => {
    const steps = below("From the command line to bytes on disk")
      .split(/^\d+\. /m)
      .slice(1);
    expect(steps).toHaveLength(10);
    for (const step of steps) expect(step).toMatch(/`(?:bin|src)\/|`Change`/);
  });

  it("names npm scripts that exist", () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it.each(["README.md", "README.zh-CN.md"])("is shipped, and linked from %s", (readme) => {
    expect(read(readme)).toContain("](CONTRIBUTING.md)");
    expect(files).toContain("CONTRIBUTING.md");
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
}
interface Job {
  readonly permissions?: Record<string, string>;
  readonly strategy?: { readonly matrix: Record<string, readonly unknown[]> };
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: unknown;
  readonly jobs: Record<string, Job>;
}

describe("the workflows", () => {
  const workflow = (name: string) => parse(read(`.github/workflows/${name}.yml`)) as Workflow;

  it("run .ci/run on three systems with every supported Node", () => {
    const { test } = workflow("ci").jobs;
    expect(test?.strategy?.matrix).toEqual({
      os: ["ubuntu-latest", "macos-latest", "windows-latest"],
      node: [20, 22, 24, 26],
    });
    expect(test?.steps.map((step) => step.run).filter(Boolean)).toEqual(["bash .ci/run"]);
  });

  it("publish with provenance after the tests, from a job that may prove who it is", () => {
    const { publish } = workflow("release").jobs;
    expect(publish?.permissions).toEqual({ contents: "read", "id-token": "write" });
    const commands = publish?.steps.map((step) => step.run ?? "") ?? [];
    const at = (words: string) => commands.findIndex((command) => command.includes(words));
    expect(at("npm publish --provenance")).toBeGreaterThan(at("npm test"));
    expect(at("npm test")).toBeGreaterThan(-1);
  });

  it("raise the version with the script that the page names", () => {
    const steps = workflow("release").jobs["version"]?.steps ?? [];
    const step = steps.find((one) => one.uses?.startsWith("changesets/action@"));
    expect(step?.with?.["version"]).toBe("npm run version-packages");
    expect(JSON.parse(read(".changeset/config.json"))).toMatchObject({
      baseBranch: "main",
      access: "public",
    });
  });

  it("are not needed to build", () => {
    for (const name of ["build", "prepare", "pretest", "test"])
      expect(scripts[name]).not.toMatch(/changeset|workflow/);
  });
});
