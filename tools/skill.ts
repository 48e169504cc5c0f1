import type { Catalog, CatalogModel, Elsewhere } from "../src/core/models/index.ts";
import { keyVariable } from "../src/core/provider/index.ts";
import type { Locale } from "../src/i18n/index.ts";
import { words } from "./skill-words.ts";

const elsewhere: Readonly<Record<Elsewhere, string>> = {
  bailian: "Bailian",
  openrouter: "OpenRouter",
  moonshot: "Moonshot",
};

const usd = (value: number) => `$${value.toFixed(2)}`;
const range = ([low, high]: readonly [number, number]) =>
  low === high ? usd(low) : `${usd(low)}-${high.toFixed(2)}`;
const tokens = (count: number | undefined) =>
  count === undefined ? "?" : count >= 1_000_000 ? `${count / 1_000_000}M` : `${Math.round(count / 1000)}K`;
const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => "---")), ...rows.map(row)].join("\n");

function defaults(catalog: Catalog): CatalogModel[] {
  return catalog.models.filter((model) => catalog.defaults.includes(model.id));
}

function modelTable(catalog: Catalog, locale: Locale): string {
  const w = words[locale];
  return table(
    w.modelHead,
    defaults(catalog).map((model) => [
      model.name,
      `\`aisa/${model.id}\``,
      model.use?.[locale] ?? "",
      tokens(model.contextWindow),
      tokens(model.maxTokens),
      model.price ? `${usd(model.price.input)} / ${usd(model.price.output)}` : "?",
      model.latency ? `${(model.latency.ms / 1000).toFixed(1)} s` : "",
    ]),
  );
}

function priceTable(catalog: Catalog, locale: Locale): string {
  const rows = defaults(catalog).flatMap((model) =>
    model.price && model.elsewhere.length > 0
      ? [
          [
            model.name,
            `${usd(model.price.input)} / ${usd(model.price.output)}`,
            model.elsewhere
              .map((one) => `${elsewhere[one.provider]} ${range(one.input)} / ${range(one.output)}`)
              .join("<br>"),
          ],
        ]
      : [],
  );
  return table(words[locale].priceHead, rows);
}

function nameTable(catalog: Catalog, locale: Locale): string {
  const ids = [...new Set(catalog.aliases.filter((alias) => alias.kind === "retired").map(({ id }) => id))];
  return table(
    words[locale].nameHead,
    ids.map((id) => [
      `\`${id}\``,
      catalog.aliases
        .filter((alias) => alias.id === id && alias.kind === "retired")
        .map(({ name }) => `\`${name}\``)
        .join(", "),
    ]),
  );
}

function families(catalog: Catalog, locale: Locale): string {
  // The catalog keeps retired ids for their figures only; the gateway does not list them.
  const retired = catalog.aliases.filter((alias) => alias.kind === "retired").map((alias) => alias.name);
  const chat = catalog.models.filter((model) => model.kind === "chat" && !retired.includes(model.id));
  const names = [...new Set(chat.map((model) => model.family))];
  return names
    .map((family) => {
      const ids = chat.filter((model) => model.family === family).map((model) => `\`${model.id}\``);
      return `- ${family}${words[locale].colon}${ids.join(", ")}`;
    })
    .join("\n");
}

function zeroRetention(catalog: Catalog, locale: Locale): string {
  return catalog.models
    .flatMap((model) =>
      (model.zeroDataRetention?.terms ?? []).map(
        (term) => `- ${model.name}${words[locale].colon}${term[locale]}`,
      ),
    )
    .join("\n");
}

function frontMatter(catalog: Catalog, locale: Locale): string {
  return `---
name: aisa-provider
description: ${JSON.stringify(words[locale].description)}
metadata:
  {
    "openclaw":
      {
        "emoji": "🇨🇳",
        "requires": { "env": ["${keyVariable}"] },
        "primaryEnv": "${keyVariable}",
        "homepage": "${catalog.provider.keyPage}",
      },
  }
---
`;
}

/** Returns the SKILL.md of the skill in one language, with tables from the catalog. */
export function skillText(catalog: Catalog, locale: Locale): string {
  const written = defaults(catalog)[0]?.source.date ?? "";
  const regions = Object.values(catalog.provider.regions).map((region) => region[locale]);
  return `${frontMatter(catalog, locale)}
${words[locale].body({
  baseUrl: catalog.provider.baseUrl,
  keyPage: catalog.provider.keyPage,
  pricePage: catalog.provider.pricePage,
  date: written,
  models: modelTable(catalog, locale),
  prices: priceTable(catalog, locale),
  names: nameTable(catalog, locale),
  families: families(catalog, locale),
  zeroRetention: zeroRetention(catalog, locale),
  regions: regions.join(words[locale].comma),
})}`;
}
