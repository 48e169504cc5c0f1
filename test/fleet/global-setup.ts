import type { TestProject } from "vitest/node";
import { installTools, type Tools } from "./tools.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** What the tests of many machines run besides the program. */
    tools: Tools;
  }
}

/** Installs what is missing, and says which tests are skipped for want of it. */
export default async function setup(project: TestProject): Promise<void> {
  const tools = await installTools();
  project.provide("tools", tools);
  for (const tool of Object.values(tools)) if ("missing" in tool) console.log(`Skipped: ${tool.missing}.`);
}
