import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./cli.ts";

/** Whether the long forms of the tests are asked for: `npm run test:crash`. */
export const isLong = process.env["TEST_LONG"] === "1";

/** The configs of other people that lie beside the repository on the machine of who works on it. */
export const corpus = join(root, "..", "shared", "corpus", "configs");

const all = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.json5?$/.test(name) && name.includes("/"))
      .sort()
  : [];

/** Their names; every fourth, and all of them in the long form. None where the folder is absent. */
export const corpusFiles: readonly string[] = all.filter((_, index) => isLong || index % 4 === 0);
