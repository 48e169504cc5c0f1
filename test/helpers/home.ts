import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A throw-away home folder with OpenClaw's places in it. */
export interface Home {
  readonly path: string;
  /** `<home>/.openclaw/openclaw.json` */
  readonly config: string;
  /** `<home>/.openclaw/.env` */
  readonly dotenv: string;
  write(file: string, text: string | Buffer, mode?: number): string;
  read(file: string): string;
  exists(file: string): boolean;
}

/** A folder in memory where the system has one: for tests with thousands of writes, each of which is synced. */
export const quickFolder = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Makes a home for one test, in a folder; it is removed when the test ends. `config` is written when given. */
export function makeHome(config?: string, folder = tmpdir()): Home {
  const path = mkdtempSync(join(folder, "openclaw-aisa-test-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const home: Home = {
    path,
    config: join(path, ".openclaw", "openclaw.json"),
    dotenv: join(path, ".openclaw", ".env"),
    write(file, text, mode = 0o600) {
      const full = join(path, file);
      mkdirSync(dirname(full), { recursive: true, mode: 0o700 });
      writeFileSync(full, text);
      chmodSync(full, mode);
      return full;
    },
    read: (file) => readFileSync(file, "utf8"),
    exists: (file) => existsSync(file),
  };
  if (config !== undefined) home.write(".openclaw/openclaw.json", config);
  return home;
}
