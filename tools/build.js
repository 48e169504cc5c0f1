import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";
import { parseSync } from "rolldown/utils";
import { withAnchors } from "./known-anchors.js";
import { leftOut, onAnySystem } from "./left-out.js";
import { bundledPackages, thirdPartyNotices } from "./notices.js";

const shared = {
  platform: "node",
  transform: { target: "node20.19" },
  ...leftOut,
  logLevel: "warn",
};

// What nearly every command needs stands in two files, because opening a file costs as much as parsing 50 KB of one:
// the command line, and OpenClaw's files with the rules that judge them. Everything else is loaded when it is needed.
const groups = [
  {
    name: "start",
    test: /src\/i18n\/(?:words|grouped)|src\/cli\/(?!context)|src\/adapters\/process\/(?:world|machine)|src\/render\/help|node_modules\/commander/,
    priority: 2,
  },
  {
    name: "core",
    test: /src\/(?:core\/(?!diagnosis|desired)|cli\/context)|src\/render\/(?:problem|text|plan)\.ts|src\/commands\/(?:apply|connection|keys|openclaw-verdict|temperature|models\/known|models\/report)\.ts|src\/adapters\/(?:files\/(?:config-store|lock|read-file|write-file|backup|replace-files|templates|crypto)|process\/process-table|terminal\/(?:terminal|color))|\/templates\/|node_modules\/json5/,
    priority: 1,
  },
].map((group) => ({ ...group, test: onAnySystem(group.test) }));

/** Returns where the members `examples` and `source` of a syntax tree's objects are: start and end. */
function proofsIn(node, found = []) {
  if (Array.isArray(node)) for (const one of node) proofsIn(one, found);
  else if (node && typeof node === "object") {
    const isProof = node.type === "Property" && ["examples", "source"].includes(node.key?.name);
    if (isProof) found.push([node.start, node.end]);
    else for (const value of Object.values(node)) proofsIn(value, found);
  }
  return found;
}

// Examples and sources of the signatures are their proof: tests and people read them, the program never does.
const withoutProof = {
  name: "without-proof",
  transform: {
    filter: { id: /src\/core\/diagnosis\/signatures\// },
    handler(code, id) {
      const { program } = parseSync(id, code);
      const places = proofsIn(program.body).reverse();
      return places.reduce(
        (text, [start, end]) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ""),
        code,
      );
    },
  },
};

const packages = new Set();

/** The files of one entry point, by path. The packages in them are added to `packages`. */
async function bundle(dir, input, output) {
  const built = await rolldown({
    ...shared,
    ...input,
    plugins: [...leftOut.plugins, withoutProof, withAnchors],
  });
  const { output: files } = await built.generate({ comments: { legal: false }, ...output });
  await built.close();
  for (const folder of bundledPackages(files)) packages.add(folder);
  return files.map((file) => [join(dir, file.fileName), file.type === "chunk" ? file.code : file.source]);
}

function contentOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined; // not built yet
  }
}

// What is up to date is not touched, and nothing is half written: a program that runs from here goes on while it is built again.
function write(file, content) {
  if (contentOf(file) === content) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

// Node loads CommonJS in less time than modules, which it links by way of promises.
const commonJs = {
  format: "cjs",
  minify: true,
  entryFileNames: "[name].cjs",
  chunkFileNames: "chunks/[name]-[hash].cjs",
};
const files = new Map([
  ...(await bundle("dist", { input: { main: "src/main.ts" } }, { ...commonJs, codeSplitting: { groups } })),
  ...(await bundle("dist", { input: { "quick-help": "src/cli/quick-help.ts" } }, commonJs)),
  ...(await bundle("dist", { input: { "check-update": "src/adapters/process/check-update.ts" } }, commonJs)),
  ...(await bundle(
    join("dist", "plugin"),
    { input: { index: "src/plugin/index.ts" }, external: /^openclaw\b/ },
    { minify: true },
  )),
]);
write("THIRD-PARTY-NOTICES", thirdPartyNotices([...packages].sort()));
for (const [file, content] of files) write(file, content);

/** The help of the program that was just written, as it is without colour at the usual width. */
function helpIn(locale, ...more) {
  const { AISA_API_KEY: _, COLUMNS: __, FORCE_COLOR: ___, ...env } = process.env;
  // An option more, and it is made anew.
  const args = [join("bin", "openclaw-aisa.js"), "--lang", locale, "--no-color", "--help", ...more];
  return execFileSync(process.execPath, args, {
    env: { ...env, LC_ALL: "C.UTF-8", TERM: "dumb" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

const helpFile = join("dist", "help.json");
write(helpFile, JSON.stringify({ en: helpIn("en"), "zh-CN": helpIn("zh-CN") }));
files.set(helpFile);

/** The manual page: what help says of every command and option, in the form that man reads. */
function manualPage() {
  const { version, description } = JSON.parse(readFileSync("package.json", "utf8"));
  const literal = (text) =>
    text
      .replace(/\\/g, "\\e")
      .replace(/-/g, "\\-")
      .replace(/^(?=[.'])/gm, "\\&");
  const title = `.TH OPENCLAW-AISA 1 "" "openclaw-aisa ${version}"`;
  const help = `.nf\n${literal(helpIn("en", "--all").trimEnd())}\n.fi`;
  const more = "The help of a command: openclaw-aisa help <command>";
  const name = `openclaw-aisa \\- ${literal(description)}`;
  return [title, ".SH NAME", name, ".SH DESCRIPTION", help, ".SH SEE ALSO", literal(more), ""].join("\n");
}

const manFile = join("dist", "openclaw-aisa.1");
write(manFile, manualPage());
files.set(manFile);
for (const name of readdirSync("dist", { recursive: true, withFileTypes: true })) {
  const file = join(name.parentPath, name.name);
  if (name.isFile() && !files.has(file)) rmSync(file);
}
