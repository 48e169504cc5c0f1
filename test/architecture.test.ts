import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./helpers/cli.ts";

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}
interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

const importLine =
  /^\s*(import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)|^import\s+"([^"]+)"/gm;

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  const imports = [...text.matchAll(importLine)].map((match) => ({
    from: match[3] ?? match[4] ?? match[5] ?? "",
    typeOnly: match[2] !== undefined,
  }));
  return { path, text, imports };
}

const sources: Source[] = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
  .map((file) => readSource(join("src", file)));

/** `src/core/edit.ts` for a relative import, `node:fs` and `json5` as they stand. */
function target(source: Source, from: string): string {
  if (!from.startsWith(".")) return from;
  return relative(root, join(root, source.path, "..", from));
}

const layerOf = (path: string) => path.match(/^src\/([\w-]+)\//)?.[1] ?? path;
const isBuiltin = (name: string) => name.startsWith("node:") || builtinModules.includes(name);

/** What each layer may import, besides itself. `types:` in front: types only. */
const allowed: Record<string, readonly string[]> = {
  core: ["json5"],
  i18n: ["types:core", "types:src/ports.ts"],
  doctor: ["core", "types:src/ports.ts"],
  render: ["core", "types:i18n", "types:src/ports.ts", "types:doctor"],
  commands: ["core", "doctor", "render", "types:i18n", "types:src/ports.ts"],
  adapters: ["core", "types:src/ports.ts", "types:i18n", "templates", "library", "builtin"],
  plugin: ["core", "i18n", "templates", "openclaw", "node:fs", "node:module", "node:process", "node:url"],
  demo: ["core", "builtin", "templates"],
  cli: [
    "core",
    "i18n",
    "render",
    "commands",
    "adapters",
    "demo",
    "commander",
    "node:path",
    "types:src/ports.ts",
  ],
};

function isAllowed(source: Source, one: Import): boolean {
  const layer = layerOf(source.path);
  const rules = allowed[layer];
  if (!rules) return true;
  const to = target(source, one.from);
  const toLayer = layerOf(to);
  if (toLayer === layer) return true;
  const permits = (name: string) => rules.includes(name) || (one.typeOnly && rules.includes(`types:${name}`));
  if (to.startsWith("templates/") || to === "package.json") return permits("templates");
  if (to.startsWith("src/")) return permits(toLayer) || permits(to);
  if (isBuiltin(to)) return permits("builtin") || permits(to);
  return permits(to) || permits("library") || permits(to.split("/")[0] ?? to);
}

/** The folder of the core that a file is in, undefined for the rest. */
const coreFolder = (path: string) => path.match(/^src\/core\/([\w-]+)\//)?.[1];

/** The files that import each other in a circle, types included; Tarjan's strongly connected components. */
function circles(): string[][] {
  const graph = new Map(
    sources.map((source) => [source.path, source.imports.map((one) => target(source, one.from))]),
  );
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): number => {
    index.set(path, index.size);
    let lowest = index.size - 1;
    open.push(path);
    for (const next of graph.get(path) ?? []) {
      if (!graph.has(next)) continue;
      if (!index.has(next)) lowest = Math.min(lowest, visit(next));
      else if (open.includes(next)) lowest = Math.min(lowest, low.get(next) ?? index.get(next) ?? 0);
    }
    low.set(path, lowest);
    if (lowest === index.get(path)) {
      const circle = open.splice(open.indexOf(path));
      if (circle.length > 1) found.push(circle.sort());
    }
    return lowest;
  };
  for (const path of graph.keys()) if (!index.has(path)) visit(path);
  return found;
}

describe("the layers", () => {
  it("have no import circles, types included", () => {
    expect(circles()).toEqual([]);
  });

  it("reach a folder of the core through its index only", () => {
    const broken = sources.flatMap((source) =>
      source.imports
        .map((one) => target(source, one.from))
        .filter((to) => coreFolder(to) !== undefined && coreFolder(to) !== coreFolder(source.path))
        .filter((to) => !to.endsWith("/index.ts"))
        .map((to) => `${source.path} imports ${to}`),
    );
    expect(broken).toEqual([]);
  });

  it("give every file of the core a folder", () => {
    const flat = sources
      .filter((source) => layerOf(source.path) === "core" && coreFolder(source.path) === undefined)
      .map((source) => source.path);
    expect(flat).toEqual([]);
  });

  it("import only what their row of the table allows", () => {
    const broken = sources.flatMap((source) =>
      source.imports
        .filter((one) => !isAllowed(source, one))
        .map((one) => `${source.path} imports ${one.from}`),
    );
    expect(broken).toEqual([]);
  });

  it("let adapters know each other only where the store is built from its parts", () => {
    const alone = [
      "prompter",
      "progress",
      "terminal",
      "gateway",
      "probe",
      "openclaw",
      "settings",
      "templates",
    ];
    const broken = sources
      .filter((source) => layerOf(source.path) === "adapters")
      .flatMap((source) => source.imports.map((one) => [source.path, target(source, one.from)] as const))
      .filter(([, to]) => alone.some((name) => new RegExp(`^src/adapters/[^/]+/${name}\\.ts$`).test(to)));
    expect(broken).toEqual([]);
  });

  it("keep ports free of values", () => {
    const values = sources
      .filter((source) => /^src\/ports(?:\.ts$|\/)/.test(source.path))
      .filter((source) => /^export (?:const|function|class|let)|^import (?!type)/m.test(source.text));
    expect(values.map((source) => source.path)).toEqual([]);
  });

  it("leave the process and the console to main and the adapters", () => {
    const rim = /^src\/main\.ts$|^src\/adapters\//;
    const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
    const touches =
      /\bconsole\.(?:log|error|warn|info|debug|trace|table)\b|\bprocess\.(?:env|argv|std|exit|cwd|on|kill|pid|platform|version|hrtime|emit|next|mem|cpu|get|set|title|exec)/;
    const broken = sources
      .filter((source) => !rim.test(source.path))
      .filter((source) => touches.test(source.text.replace(comments, "")))
      .map((source) => source.path);
    expect(broken).toEqual([]);
  });

  it("keep the core free of clock and chance", () => {
    const broken = sources
      .filter((source) => layerOf(source.path) === "core")
      .filter((source) => /\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(/.test(source.text))
      .map((source) => source.path);
    expect(broken).toEqual([]);
  });

  it("keep every file at 250 lines or less", () => {
    const long = sources
      .map((source) => [source.path, source.text.trimEnd().split("\n").length] as const)
      .filter(([, lines]) => lines > 250);
    expect(long).toEqual([]);
  });

  it("leave no lint switched off and no work marked as undone", () => {
    const marks = /TODO|FIXME|XXX|@ts-ignore|@ts-expect-error|biome-ignore|eslint-disable|\bas any\b/;
    expect(sources.filter((source) => marks.test(source.text)).map((source) => source.path)).toEqual([]);
  });
});
