import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Licences that allow a bundle, on the condition that their text travels with it. */
const known = new Set(["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT"]);

const rule = "=".repeat(80);

/**
 * The folder of the package that a module belongs to: after the last `node_modules/`, the name and its scope. Helpers
 * that the bundler adds are its own code; its stand-in for a file that we leave out has none.
 */
function packageFolder(id) {
  const path = id.replaceAll("\\", "/");
  if (/^\0?rolldown\/runtime/.test(path)) return join(import.meta.dirname, "../node_modules/rolldown");
  return path.match(/^((?:[A-Za-z]:)?\/.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)\//)?.[1];
}

/**
 * The folders of the packages whose modules have code in a bundle. In: rolldown's output files. Modules that
 * tree-shaking emptied do not count.
 */
export function bundledPackages(files) {
  const folders = files
    .filter((file) => file.type === "chunk")
    .flatMap((chunk) => Object.entries(chunk.modules))
    .filter(([, module]) => module.renderedLength > 0)
    .map(([id]) => packageFolder(id));
  return [...new Set(folders.filter((folder) => folder !== undefined))].sort();
}

/** The names of whose work it is, and the terms, which many packages share word for word. */
function partsOf(text) {
  const at = text.search(/Permission is hereby granted|Permission to use, copy/);
  return at < 0 ? { head: "", terms: text } : { head: text.slice(0, at).trim(), terms: text.slice(at) };
}

/** A section on one package. In: its folder, and the terms printed above already, by their words. */
function noticeOf(folder, printed) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  if (!known.has(license))
    throw new Error(`${name} ${version}: licence ${license ?? "missing"} is not known`);
  const files = readdirSync(folder).sort();
  const licences = files.filter((file) => /^(?:licen[cs]e|copying)/i.test(file));
  if (licences.length === 0) throw new Error(`${name} ${version}: the package has no licence text`);
  const notices = files.filter((file) => /^notice/i.test(file));
  const read = (file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
  const own = `${name} ${version}`;
  const texts = licences.flatMap((file) => {
    const { head, terms } = partsOf(read(file));
    const words = terms.replace(/\s+/g, " ");
    const first = printed.get(words);
    if (first === undefined) printed.set(words, own);
    return [head, first === undefined ? terms : `(The same terms as of ${first} above.)`].filter(Boolean);
  });
  const all = [...texts, ...notices.map(read)];
  return [rule, `${own} (${license})`, rule, "", ...all.flatMap((text) => [text, ""])].join("\n");
}

/**
 * The text of THIRD-PARTY-NOTICES for packages in these folders: name, version, licence, and its text with the
 * NOTICE of each; terms that several share word for word once. Throws for a package with an unknown licence or
 * without a licence text.
 */
export function thirdPartyNotices(folders) {
  const head = "The bundle of openclaw-aisa contains code from these packages, under their licences.\n\n";
  const printed = new Map();
  return head + folders.map((folder) => noticeOf(folder, printed)).join("\n");
}
