import { get } from "../../core/json/index.ts";
import { findModel } from "../../core/models/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { bareId, type ModelEntry, modelEntries } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";
import { configFix } from "../config-view.ts";

interface Prices {
  readonly input: number;
  readonly output: number;
}

/** The price in an entry; undefined if it has none. */
function pricesOf({ value }: ModelEntry): Prices | undefined {
  const [input, output] = [get(value, ["cost", "input"]), get(value, ["cost", "output"])];
  return typeof input === "number" && typeof output === "number" ? { input, output } : undefined;
}

const near = (left: number, right: number) => Math.abs(left - right) <= 0.005 * Math.max(left, right);
const same = (left: Prices, right: Prices) =>
  near(left.input, right.input) && near(left.output, right.output);
const shown = (model: string, from: Prices, to: Prices) =>
  `${model}: $${from.input} / $${from.output} → $${to.input} / $${to.output}`;

/** The configured prices are the gateway's, where it states them, else those of a list that we know. */
export const priceDrift = defineCheck({
  id: "price-drift",
  needs: ["config", "catalog"],
  uses: ["models"],
  judge: ({ config, catalog, models }) => {
    const problems: Problem[] = [];
    const livePrices = new Map(models?.ok ? models.value.toReversed().map((one) => [one.id, one.price]) : []);
    const behind: { model: string; line: string; source: string }[] = [];
    for (const entry of modelEntries(config.value)) {
      const [model, prices] = [bareId(entry.id), pricesOf(entry)];
      if (!prices) continue;
      const live = livePrices.get(model);
      const known = findModel(catalog, model);
      const lists = [known?.price, known?.later?.price].filter((one) => one !== undefined);
      const newest = known?.later?.price ? known.later : known;
      if (live && !same(prices, live)) {
        const set = (name: "input" | "output") =>
          ({ op: "set", path: [...entry.path, "cost", name], value: live[name] }) as const;
        problems.push({
          code: "price-drift",
          params: { variant: "gateway", model },
          evidence: [shown(model, prices, live)],
          at: config.at([...entry.path, "cost"]),
          fix: configFix(config, [set("input"), set("output")]),
        });
      } else if (!live && newest?.price && !lists.some((one) => same(prices, one)))
        behind.push({ model, line: shown(model, prices, newest.price), source: newest.source.date });
    }
    const [first] = behind;
    if (!first) return problems;
    const params = {
      variant: "newer-list",
      models: behind.map((one) => one.model),
      date: first.source,
    } as const;
    return [...problems, { code: "price-drift", params, evidence: behind.map((one) => one.line) }];
  },
});
