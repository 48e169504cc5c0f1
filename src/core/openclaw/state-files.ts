import { within } from "../paths/index.ts";

/** Returns the file in OpenClaw's state directory that it reads environment variables from. */
export function dotenvIn(stateDir: string): string {
  return within(stateDir, ".env");
}

/** Returns the folder that has a folder for each agent, named by the agent's id. */
export function agentsIn(stateDir: string): string {
  return within(stateDir, "agents");
}

/** What OpenClaw keeps for one agent besides its workspace. */
type AgentFile = "auth-profiles.json" | "auth-state.json" | "models.json" | "openclaw-agent.sqlite";

/** Returns the path of one of the files that OpenClaw keeps for an agent. */
export function agentFile(stateDir: string, agent: string, name: AgentFile): string {
  return within(agentsIn(stateDir), agent, "agent", name);
}

/** Returns the folder of an agent's sessions. */
export function agentSessionsIn(stateDir: string, agent: string): string {
  return within(agentsIn(stateDir), agent, "sessions");
}

/** Returns the folder that OpenClaw installs our plugin into. */
export function pluginIn(stateDir: string): string {
  return within(stateDir, "extensions", "aisa");
}
