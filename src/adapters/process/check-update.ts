import { readFileSync, renameSync, writeFileSync } from "node:fs";

const deadlineMs = 10_000;

/** Asks the registry for the newest version and writes it into a file. Any failure leaves the file as it is. */
async function check(file: string): Promise<void> {
  const registry = (process.env["npm_config_registry"] ?? "https://registry.npmjs.org").replace(/\/+$/, "");
  const response = await fetch(`${registry}/openclaw-aisa/latest`, {
    signal: AbortSignal.timeout(deadlineMs),
    headers: { accept: "application/json" },
  });
  const { version } = (await response.json()) as { version?: unknown };
  if (!response.ok || typeof version !== "string") return;
  const known = JSON.parse(readFileSync(file, "utf8")) as object;
  writeFileSync(`${file}.new`, JSON.stringify({ ...known, latest: version }));
  renameSync(`${file}.new`, file);
}

const [file] = process.argv.slice(2);
if (file !== undefined) check(file).catch(() => {}); // nobody listens: it is tried again tomorrow
