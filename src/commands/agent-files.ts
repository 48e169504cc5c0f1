import { configLimits, parseValue } from "../core/edit/index.ts";
import { get, isObject } from "../core/json/index.ts";
import { agentFile, agentsIn } from "../core/openclaw/index.ts";
import { providerId } from "../core/provider/index.ts";
import type { AgentModels } from "../doctor/facts.ts";
import type { Files } from "../ports.ts";

/** Returns the paths of one file of every agent in the state directory; not all of them need exist. */
export async function agentFiles(
  files: Files,
  stateDir: string,
  name: Parameters<typeof agentFile>[2],
): Promise<string[]> {
  return (await files.list(agentsIn(stateDir))).map((agent) => agentFile(stateDir, agent, name));
}

/** Returns every agent's generated copy of our provider, as OpenClaw up to 2026.4 makes them. */
export async function readAgentModels(files: Files, stateDir: string): Promise<AgentModels[]> {
  const found: AgentModels[] = [];
  for (const file of await agentFiles(files, stateDir, "models.json")) {
    const text = await files.read(file, { maxBytes: configLimits.bytes });
    try {
      const block = get(parseValue(text ?? "{}"), ["providers", providerId]);
      if (isObject(block)) found.push({ file, block });
    } catch {
      // Not JSON: OpenClaw writes the file again before it reads it.
    }
  }
  return found;
}
