// Runs one of the repository's own TypeScript programs: `node tools/run.js test/bench/bench.ts`. What follows is its own.
import { basename } from "node:path";
import { rolldown } from "rolldown";

const [input = ""] = process.argv.slice(2);
const file = `node_modules/.cache/${basename(input, ".ts")}.mjs`;
const bundle = await rolldown({ input, platform: "node", external: /^openclaw\b/, logLevel: "warn" });
await bundle.write({ file });
await bundle.close();
process.argv.splice(1, 2, file);
await import(`../${file}`);
