import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { PluginArchive, TempFolder } from "../../ports.ts";

/** What belongs to the plugin, in the package's folder. */
const parts = ["package.json", "openclaw.plugin.json", "dist/plugin", "templates/skill"];
const blockSize = 512;

/**
 * Packs the plugin's own files, without the command-line program: 2026.4.15 refuses a package in which anything
 * starts programs. An archive, because an OpenClaw that was given a folder leaves its copy behind when it uninstalls.
 * In: the package's folder, and the one to write into, which goes with the archive and at once where that fails.
 * Throws the system's error when a part is missing, Failure `temp-folder-unusable` when it cannot be written.
 */
export function packPlugin(packageRoot: string, folder: TempFolder): PluginArchive {
  try {
    const files = parts.flatMap((part) => filesOf(packageRoot, part));
    const entries = files.map((file) => tarEntry(`package/${file}`, readFileSync(join(packageRoot, file))));
    const content = gzipSync(Buffer.concat([...entries, Buffer.alloc(2 * blockSize)]));
    return { path: folder.write("openclaw-aisa.tgz", content), remove: folder.remove };
  } catch (error) {
    folder.remove();
    throw error;
  }
}

function filesOf(root: string, part: string): string[] {
  if (statSync(join(root, part)).isFile()) return [part];
  return readdirSync(join(root, part)).flatMap((name) => filesOf(root, `${part}/${name}`));
}

/** One file in the ustar format: a header block and the content, filled up to whole blocks. */
function tarEntry(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(blockSize);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  header.write(name, 0);
  header.write(octal(0o644, 7) + octal(0, 7) + octal(0, 7), 100);
  header.write(octal(content.length, 11) + octal(0, 11), 124);
  header.write(" ".repeat(8), 148); // the checksum counts its own field as spaces
  header.write("0", 156);
  header.write("ustar\u000000", 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${octal(sum, 6)} `, 148);
  const padding = Buffer.alloc((blockSize - (content.length % blockSize)) % blockSize);
  return Buffer.concat([header, content, padding]);
}
