import { configLimits } from "../../core/edit/index.ts";
import { type Credentials, readRestingStatus, readRestingStore } from "../../core/keys/index.ts";
import {
  atLeast,
  cronFileIn,
  firstWithCronDatabase,
  gatewayPort,
  type Located,
  listsVariable,
  readCronJobs,
} from "../../core/openclaw/index.ts";
import { keyVariable } from "../../core/provider/index.ts";
import { type Facts, FactUnavailable, type GatewayService, type Gatherers } from "../../doctor/facts.ts";
import type { Context } from "../../ports.ts";
import { agentFiles } from "../agent-files.ts";
import { readServiceFiles } from "../service-files.ts";
import { readPinnedSessions } from "../sessions.ts";

/** The facts about what OpenClaw keeps beside the config, and about its service. */
type StateFacts = Pick<Gatherers, "sessions" | "resting" | "cron" | "service">;

const start = { maxBytes: configLimits.bytes };
// OpenClaw takes 2 to 3 s for each; all of them run side by side with the requests.
const looking = { timeoutMs: 25_000, readOnly: true };

/** The variable that the config takes the key from. */
function variableOf({ reference }: Credentials): string {
  if (reference.kind === "variable" || reference.kind === "unresolved") return reference.name;
  return reference.kind === "secret" && reference.source === "env" ? reference.id : keyVariable;
}

/** What gives the service its environment, and where the variable has its value in it. Undefined without a service. */
async function findService(
  context: Context,
  located: Located,
  variable: string,
): Promise<GatewayService | undefined> {
  const files = await readServiceFiles(context, located);
  const [definition] = files;
  if (definition === undefined) return undefined;
  let [listed, found]: [string | undefined, { file: string; value: string } | undefined] = [
    undefined,
    undefined,
  ];
  for (const { file, environment } of files) {
    const value = environment.values.get(variable)?.trim();
    if (listsVariable(environment, variable) || value === "") listed ??= file;
    if (value) found = { file, value };
  }
  if (found) context.keepSecret(found.value);
  return {
    file: definition.file,
    variable,
    hasKey: found !== undefined,
    ...(listed === undefined ? {} : { listed }),
    ...(found === undefined ? {} : { found }),
  };
}

/** The resting credentials by OpenClaw's own word, else by the files of its older versions. */
async function readResting(context: Context, facts: Facts) {
  const state = await facts.find("openclaw");
  if (state?.kind === "ready") {
    const { code, stdout } = await (await context.openclaw()).run(["models", "status", "--json"], looking);
    const resting = code === 0 ? readRestingStatus(stdout) : undefined;
    if (resting !== undefined) return resting;
  }
  const { stateDir } = await facts.get("located");
  const files = await context.files();
  const stores = [
    ...(await agentFiles(files, stateDir, "auth-state.json")),
    ...(await agentFiles(files, stateDir, "auth-profiles.json")),
  ];
  const texts = await Promise.all(stores.map((file) => files.read(file, start)));
  return texts.flatMap((text) => readRestingStore(text ?? "{}", context.now().getTime()));
}

/** The scheduler's jobs: from their file, or from the running gateway of an OpenClaw that has them in a database. */
async function readCron(context: Context, facts: Facts) {
  const { stateDir } = await facts.get("located");
  const version = await facts.find("version");
  if (version === undefined || !atLeast(version, firstWithCronDatabase)) {
    const text = await (await context.files()).read(cronFileIn(stateDir), start);
    return { file: cronFileIn(stateDir), jobs: (text && readCronJobs(text)) || [] };
  }
  if ((await facts.get("openclaw")).kind !== "ready") throw new FactUnavailable("no-openclaw");
  const port = gatewayPort(context.env, (await facts.find("config"))?.value);
  const answers = await (await context.probe()).tcp("127.0.0.1", port);
  if (!answers.ok) throw new FactUnavailable("not-needed");
  const { code, stdout } = await (await context.openclaw()).run(["cron", "list", "--json"], looking);
  const jobs = code === 0 ? readCronJobs(stdout) : undefined;
  if (jobs === undefined) throw new FactUnavailable("no-openclaw");
  return { jobs };
}

/** Gathers the facts about what OpenClaw keeps beside the config. `mayRun` false: OpenClaw is not asked. */
export function stateGatherers(context: Context, mayRun: boolean): StateFacts {
  return {
    sessions: async (facts) => {
      const config = (await facts.get("config")).value;
      const sessions = await readPinnedSessions(context, config, await facts.get("located"), mayRun);
      if (sessions === undefined) throw new FactUnavailable("no-openclaw");
      return sessions;
    },
    resting: (facts) => readResting(context, facts),
    cron: (facts) => readCron(context, facts),
    service: async (facts) => {
      const credentials = await facts.find("credentials");
      const variable = credentials ? variableOf(credentials) : keyVariable;
      return findService(context, await facts.get("located"), variable);
    },
  };
}
