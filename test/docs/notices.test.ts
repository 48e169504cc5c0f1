import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type InputOptions, rolldown } from "rolldown";
import { describe, expect, it, onTestFinished } from "vitest";
import { root } from "../helpers/cli.ts";

const notices = readFileSync(join(root, "THIRD-PARTY-NOTICES"), "utf8");
const { bundledPackages, thirdPartyNotices } = (await import(join(root, "tools/notices.js"))) as {
  bundledPackages(files: readonly unknown[]): string[];
  thirdPartyNotices(folders: readonly string[]): string;
};
const { leftOut } = (await import(join(root, "tools/left-out.js"))) as { leftOut: InputOptions };

/** A package in a throw-away `node_modules`, made of these files. Out: its folder. */
function makePackage(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), "openclaw-aisa-notices-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const folder = join(dir, "node_modules", "some");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const plain = (text: string) => text.replace(/\s+/g, " ").trim();
const described = (license?: string) => JSON.stringify({ name: "some", version: "1.2.3", license });

describe("THIRD-PARTY-NOTICES", () => {
  it("is in the npm package with LICENSE and SECURITY.md", () => {
    const args = ["pack", "--dry-run", "--json", "--ignore-scripts"];
    const [packed] = JSON.parse(execFileSync("npm", args, { cwd: root, encoding: "utf8" })) as [
      { files: { path: string }[]; unpackedSize: number },
    ];
    expect(packed.unpackedSize).toBeLessThan(1536 * 1024);
    const paths = packed.files.map((file) => file.path);
    expect(paths).toEqual(expect.arrayContaining(["LICENSE", "SECURITY.md", "THIRD-PARTY-NOTICES"]));
    // Who reads the package's pages in node_modules finds every page that they link to; pictures are left out.
    for (const page of paths.filter((path) => /^(?:docs\/)?[\w.-]+\.md$/.test(path))) {
      const links = readFileSync(join(root, page), "utf8").matchAll(/\]\((?!https?:|#)([^)#\s]+)/g);
      for (const link of links) expect(paths, page).toContain(join(dirname(page), link[1] ?? ""));
    }
  });

  it("lists the name, version and licence text of every bundled package", async () => {
    const input = { main: join(root, "src/main.ts"), plugin: join(root, "src/plugin/index.ts") };
    const external = /^openclaw\b/;
    const built = await rolldown({ input, platform: "node", external, ...leftOut, logLevel: "silent" });
    const { output } = await built.generate({});
    await built.close();
    const folders = bundledPackages(output);
    expect(folders.length).toBeGreaterThan(30);
    for (const folder of folders) {
      const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file)) ?? "";
      const text = readFileSync(join(folder, licence), "utf8");
      const at = Math.max(0, text.search(/Permission is hereby granted|Permission to use, copy/));
      const section = notices.slice(notices.indexOf(`\n${name} ${version} (`) + 1);
      expect(section).toMatch(/^\S+ \S+ \(/);
      // The authors are in the package's own section; terms that packages share are printed once.
      expect(plain(section.slice(0, section.indexOf("\n\n=")))).toContain(plain(text.slice(0, at)));
      expect(plain(notices)).toContain(plain(text.slice(at)));
    }
  });

  it("includes the NOTICE of a package", () => {
    const folder = makePackage({
      "package.json": described("Apache-2.0"),
      LICENSE: "the terms\r\n",
      NOTICE: "made by some",
    });
    expect(thirdPartyNotices([folder])).toMatch(
      /some 1\.2\.3 \(Apache-2\.0\)\n=+\n\nthe terms\n\nmade by some\n/,
    );
  });

  it.each([
    [
      "an unknown licence",
      { "package.json": described("SSPL-1.0"), LICENSE: "terms" },
      "SSPL-1.0 is not known",
    ],
    ["no licence", { "package.json": described(), LICENSE: "terms" }, "licence missing"],
    ["no licence text", { "package.json": described("MIT") }, "no licence text"],
  ])("fails the build for a package with %s", (_, files, message) => {
    expect(() => thirdPartyNotices([makePackage(files)])).toThrow(`some 1.2.3: `);
    expect(() => thirdPartyNotices([makePackage(files)])).toThrow(message);
  });
});
