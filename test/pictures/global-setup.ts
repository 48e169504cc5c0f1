import { installAll } from "../openclaw/install.ts";

/** Installs OpenClaw where it is missing: the pictures show the program beside a real one. */
export default async function setup(): Promise<void> {
  await installAll();
}
