import { agentFile, agentsIn } from "../core/openclaw/index.ts";
import type { Files } from "../ports.ts";

/** Returns the paths of one file of every agent in the state directory; not all of them need exist. */
export async function agentFiles(
  files: Files,
  stateDir: string,
  name: Parameters<typeof agentFile>[2],
): Promise<string[]> {
  return (await files.list(agentsIn(stateDir))).map((agent) => agentFile(stateDir, agent, name));
}
