import { planAllowlist } from "../../core/allowlist.ts";
import type { Change } from "../../core/change.ts";
import { agentIds, modelSettingPath, planPrimary, planSetModel, toReference } from "../../core/plan.ts";
import { fail, type Problem } from "../../core/problem.ts";
import { providerBlock, providerPath } from "../../core/provider.ts";
import { get, isObject } from "../../core/value.ts";
import type { Context, Report } from "../../ports.ts";
import { changeToJson } from "../../render/plan.ts";
import { problemLines, symbols } from "../../render/problem.ts";
import { type Applied, change, type Look, look } from "../apply.ts";
import { baseUrlInForce } from "../connection.ts";
import { keyInUse } from "../keys.ts";
import { keepTemperatures } from "../temperature.ts";
import { type LiveOptions, type UnderstoodModel, understandModel } from "./known.ts";

/** The arguments of `models set`. */
export interface SetOptions extends LiveOptions {
  readonly model: string;
  readonly agent?: string;
}

/** With the provider plugin enabled the provider exists without a block in the config. */
function pluginProvides(config: unknown): boolean {
  return get(config, ["plugins", "entries", "aisa", "enabled"]) === true;
}

/** The changes for what was found. Throws Failure `provider-missing` and `usage` (no such agent). */
async function planSet(
  context: Context,
  found: Look,
  model: UnderstoodModel,
  agent: string | undefined,
): Promise<Change[]> {
  const { config } = found;
  const path = modelSettingPath(config, agent);
  if (!path) {
    const known = agentIds(config);
    throw fail("usage", { detail: context.t.modelsSet.noAgent(agent ?? "", known) });
  }
  const hasBlock = isObject(get(config, providerPath));
  if (!hasBlock && pluginProvides(config)) {
    const reference = toReference(model.id);
    return [...planPrimary(config, path, reference), ...planAllowlist(config, [reference])];
  }
  if (!hasBlock && (await keyInUse(context, found)) === undefined)
    throw fail("provider-missing", { file: found.located.configPath });
  const present = providerBlock(config)["baseUrl"];
  const baseUrl = typeof present === "string" && present !== "" ? present : baseUrlInForce(context, config);
  return planSetModel(config, {
    provider: { baseUrl, apiKey: undefined, models: [] },
    model: model.figures,
    path,
  });
}

function reportLines(
  context: Context,
  applied: Applied,
  problems: readonly Problem[],
  said: { readonly model: UnderstoodModel; readonly text: string; readonly agent: string | undefined },
): string[] {
  const { t, style, locale } = context;
  const reference = toReference(said.model.id);
  const lines = said.model.resolved ? [`  ${t.onboard.resolved(said.text, said.model.id)}`] : [];
  const left = problems.flatMap((problem) => problemLines(problem, t, locale, style));
  if (applied.pending) return [...lines, ...applied.preview, t.plan.dryRun, ...left];
  if (!applied.changed)
    return [...lines, `${style.green(symbols.ok)} ${t.modelsSet.already(reference, said.agent)}`, ...left];
  return [
    ...lines,
    ...applied.preview,
    `${style.green(symbols.ok)} ${t.modelsSet.done(reference, said.agent)}`,
    `${style.green(symbols.ok)} ${t.plan.written(applied.backup ?? "")}`,
    ...left,
  ];
}

/** Makes a model the default one, for all agents or for one. */
export async function run(context: Context, options: SetOptions): Promise<Report> {
  const model = await understandModel(context, options.model, await look(context), options);
  let left: readonly Problem[] = [];
  const applied = await change(context, {
    command: "models set",
    confirm: false,
    build: async (found) => {
      const temperatures = await keepTemperatures(context, found.config, [model.id]);
      left = temperatures.problems;
      const changes = [...(await planSet(context, found, model, options.agent)), ...temperatures.changes];
      return { files: [{ file: found.located.configPath, format: "json5", changes }] };
    },
  });
  const problems = [...left, ...applied.notices];
  return {
    changed: applied.changed,
    data: {
      model: model.id,
      reference: toReference(model.id),
      ...(options.agent === undefined ? {} : { agent: options.agent }),
      pending: applied.pending,
      backup: applied.backup ?? null,
      changes: applied.drafts.flatMap((one) =>
        one.change.changes.map((each) => ({ file: one.change.file, ...changeToJson(each) })),
      ),
    },
    problems,
    lines: reportLines(context, applied, problems, {
      model,
      text: options.model,
      agent: options.agent,
    }),
  };
}
