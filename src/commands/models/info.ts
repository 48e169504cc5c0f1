import { gatherInfo } from "../../core/models/index.ts";
import type { Context, Report } from "../../ports.ts";
import { infoLines, infoToJson } from "../../render/model-info.ts";
import { look } from "../look.ts";
import { lookLive, understandModel } from "./known.ts";
import { type PickingOptions, withPicked } from "./pick.ts";

/** The arguments of `models info`. */
export type InfoOptions = PickingOptions;

/** Prints everything known of one model, each figure with its date; on a terminal it can be chosen in a list. */
export const run = (context: Context, options: InfoOptions): Promise<Report> =>
  withPicked(context, "info", options, describe);

async function describe(context: Context, options: InfoOptions): Promise<Report> {
  const [named = ""] = options.models;
  const found = await look(context);
  const understood = await understandModel(context, named, found, options);
  const live = await lookLive(context, found, options);
  const catalog = await context.catalog();
  const info = gatherInfo(understood.id, { config: found.config, catalog, live: live.list?.models });
  const frame = {
    regions: catalog.provider.regions,
    pricePage: catalog.provider.pricePage,
    host: new URL(live.baseUrl).host,
    ageMs: live.list && Math.max(0, context.now().getTime() - live.list.at),
    problem: live.problem,
    resolvedFrom: understood.resolved ? named : undefined,
  };
  return {
    changed: false,
    data: infoToJson(info, frame),
    problems: live.problem ? [{ ...live.problem, severity: "warning" }] : [],
    lines: infoLines(info, context, frame),
  };
}
