import { rmSync } from "node:fs";
import { rolldown } from "rolldown";

const shared = { platform: "node", transform: { target: "node20.19" }, logLevel: "warn" };

// What nearly every command needs stands in two files, because opening a file costs as much as parsing 50 KB of one:
// the command line, and OpenClaw's files with the rules that judge them. Everything else is loaded when it is needed.
const groups = [
  {
    name: "start",
    test: /src\/(?:run|program|command-tree|output|wiring)\.ts|src\/render\/help|node_modules\/commander/,
    priority: 2,
  },
  {
    name: "core",
    test: /src\/(?:core|context)\b|src\/render\/(?:problem|text|plan)\.ts|src\/commands\/(?:apply|connection|keys|temperature)\.ts|src\/adapters\/(?:config-store|lock|read-file|write-file|backup|replace-files|process-table|templates|terminal|color)|\/templates\/|node_modules\/json5/,
    priority: 1,
  },
];

async function build(input, output) {
  const bundle = await rolldown({ ...shared, ...input });
  await bundle.write({ comments: { legal: false }, ...output });
  await bundle.close();
}

rmSync("dist", { recursive: true, force: true });
await build(
  { input: { main: "src/main.ts" } },
  { dir: "dist", minify: true, chunkFileNames: "chunks/[name]-[hash].js", codeSplitting: { groups } },
);
await build({ input: { index: "src/plugin/index.ts" }, external: /^openclaw\b/ }, { dir: "dist/plugin" });
