import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { argv } from "node:process";
import { pathToFileURL } from "node:url";

/**
 * Loads a part of OpenClaw's SDK. OpenClaw 2026.9.6 resolves the name from inside a plugin; 2026.4.15 does not, so there
 * it is looked for from the program that runs, which is OpenClaw itself. In: the usual import, and the name it asks for.
 */
export async function loadSdk<Module>(load: () => Promise<Module>, name: string): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    const main = argv[1];
    if (main === undefined) throw error;
    const found = createRequire(realpathSync(main)).resolve(name);
    return (await import(pathToFileURL(found).href)) as Module;
  }
}
