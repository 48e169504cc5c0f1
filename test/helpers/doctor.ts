import { onTestFinished } from "vitest";
import { type DemoGateway, type DemoScript, startDemoGateway } from "../../src/demo/server.ts";
import { type JsonEnvelope, type Run, run, spawnProgram } from "./cli.ts";
import { type Home, makeHome } from "./home.ts";

/** What doctor puts into `data`. */
export interface DoctorData {
  readonly checks: readonly {
    readonly id: string;
    readonly status: string;
    readonly ms: number;
    readonly cause?: string;
    readonly notes?: readonly Record<string, unknown>[];
  }[];
  readonly relations: readonly Record<string, unknown>[];
  readonly report?: string | null;
}

/** The latest prices of the two models that the tests use, so that nothing drifts. */
const prices: Readonly<Record<string, string>> = {
  "qwen3-max": "input: 0.72, output: 3.6",
  "kimi-k2.5": "input: 0.4018, output: 2.1077",
};

/** A model entry with nothing wrong in it. `more` overrides members. */
export const goodEntry = (id: string, more = "") =>
  `{ id: "${id}", name: "Model", compat: { supportsDeveloperRole: false }, contextWindow: 256000, maxTokens: 8192, ` +
  `cost: { ${prices[id.replace("aisa/", "")] ?? "input: 1, output: 5"} }, ${more} }`;

/** How doctor's surroundings are. */
export interface DoctorSetup {
  readonly script?: DemoScript;
  readonly baseUrl?: string;
  readonly key?: string;
  /** Ids, or whole entries. */
  readonly models?: readonly string[];
  readonly primary?: string;
  readonly agents?: string;
  readonly root?: string;
  readonly env?: Record<string, string | undefined>;
  readonly args?: readonly string[];
  /** In a process of its own: for variables that Node itself reads. */
  readonly spawned?: boolean;
}

/** A home whose config leads to a demo gateway, and doctor's look at it. */
export interface Doctor {
  readonly home: Home;
  readonly gateway: DemoGateway;
  readonly env: Record<string, string | undefined>;
  run(...args: string[]): Promise<Run>;
  /** Codes of the problems, without those of the missing OpenClaw. */
  codes(...args: string[]): Promise<string[]>;
  look(...args: string[]): Promise<JsonEnvelope<DoctorData> & { exit: number | null }>;
}

/** The config that `prepareDoctor` writes. */
export function doctorConfig(baseUrl: string, around: DoctorSetup): string {
  const { models = ["qwen3-max"], agents = "", root = "" } = around;
  const entries = models.map((one) => (one.startsWith("{") ? one : goodEntry(one)));
  const primary = around.primary ?? (models[0]?.startsWith("{") ? "qwen3-max" : models[0]);
  return `{
  models: { providers: { aisa: { baseUrl: "${baseUrl}", apiKey: "\${AISA_API_KEY}", api: "openai-completions",
    models: [
      ${entries.join(",\n      ")},
    ] } } },
  agents: { defaults: { model: { primary: "aisa/${primary}" }, ${agents} } },
  ${root}
}
`;
}

/** Starts a demo gateway, writes a config that leads to it, and gives doctor. */
export async function prepareDoctor(around: DoctorSetup = {}): Promise<Doctor> {
  const gateway = await startDemoGateway(around.script ?? {});
  onTestFinished(() => gateway.close());
  const home = makeHome(doctorConfig(around.baseUrl ?? gateway.url, around));
  home.write(".openclaw/.env", `AISA_API_KEY=${around.key ?? gateway.key}\n`);
  const env = { ...around.env };
  const start = around.spawned ? spawnProgram : run;
  const look = async (...args: string[]) => {
    const done = await start(["doctor", "--json", ...(around.args ?? []), ...args], { home, env });
    return { ...done.json<DoctorData>(), exit: done.code };
  };
  return {
    home,
    gateway,
    env,
    run: (...args) => start(["doctor", ...(around.args ?? []), ...args], { home, env }),
    look,
    codes: async (...args) =>
      (await look(...args)).problems.map((one) => one.code).filter((code) => code !== "openclaw-missing"),
  };
}

/** One check of a look. */
export function checkOf(look: { data: DoctorData }, id: string): DoctorData["checks"][number] {
  const found = look.data.checks.find((one) => one.id === id);
  if (!found) throw new Error(`no check ${id}`);
  return found;
}
