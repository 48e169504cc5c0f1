import {
  type Catalog,
  type CatalogModel,
  compareCosts,
  type Elsewhere,
  familyOf,
  type Price,
  searchText,
  splitTokens,
  usualInputShare,
} from "../../core/models/index.ts";
import type { Choice } from "../../core/terminal/index.ts";
import type { Messages } from "../../i18n/index.ts";
import type { Context, LiveModel } from "../../ports.ts";
import { formatPercent, formatPrice, formatTokens } from "../../render/format.ts";
import { type Column, layTable } from "../../render/table.ts";
import { truncate } from "../../render/text.ts";

/** The figures by which people choose a model; undefined if unknown. */
interface Offer {
  readonly id: string;
  readonly family: string;
  readonly model: CatalogModel | undefined;
  /** Tokens. */
  readonly contextWindow: number | undefined;
  readonly price: Price | undefined;
  /** How much cheaper it is than there, 0.4 being 40 %; negative where it is more expensive. */
  readonly saving: { readonly share: number; readonly provider: Elsewhere } | undefined;
}

/** The columns before the list and the mark. */
const margin = 3;
/** From this width on each price has a column, and a saving names what it is compared with. */
const roomy = 80;

function savingOf(price: Price | undefined, model: CatalogModel | undefined): Offer["saving"] {
  if (price === undefined) return undefined;
  const use = splitTokens(1_000_000, usualInputShare);
  const share = compareCosts({ price, source: undefined }, model, use).elsewhere[0]?.saving.share[0];
  const provider = model?.elsewhere[0]?.provider;
  return share === undefined || provider === undefined ? undefined : { share, provider };
}

function offersOf(ids: readonly string[], catalog: Catalog, live: readonly LiveModel[] | undefined): Offer[] {
  const known = new Map(catalog.models.map((model) => [model.id, model]));
  const listed = new Map(live?.map((model) => [model.id, model]));
  return ids.map((id) => {
    const [model, stated] = [known.get(id), listed.get(id)];
    const price = stated?.price ?? model?.price;
    return {
      id,
      family: model?.family ?? familyOf(catalog, id),
      model,
      contextWindow: stated?.contextWindow ?? model?.contextWindow,
      price,
      saving: savingOf(price, model),
    };
  });
}

type Saving = NonNullable<Offer["saving"]>;

/** `-40 %`: what it costs less; `+5 %` where it is more expensive. */
const percentOf = ({ share }: Saving) => `${share < 0 ? "+" : "-"}${formatPercent(Math.abs(share))} %`;
const against = (saving: Saving, t: Messages) =>
  t.onboard.offer.against(percentOf(saving), t.models.providers[saving.provider]);

function columnsFor({ t, style }: Context): Column<Offer>[] {
  const { offer } = t.onboard;
  const dollars = (usd: number) => `$${formatPrice(usd)}`;
  const wide = style.columns >= roomy;
  const priced = (text: (price: Price) => string) => (row: Offer) =>
    row.price === undefined ? "" : text(row.price);
  const prices: Column<Offer>[] = wide
    ? [
        { title: "", right: true, cell: priced(({ input }) => offer.input(dollars(input))) },
        { title: "", right: true, cell: priced(({ output }) => offer.output(dollars(output))) },
      ]
    : [
        {
          title: "",
          right: true,
          cell: priced(({ input, output }) => `${dollars(input)} / ${dollars(output)}`),
        },
      ];
  return [
    { title: "", cell: (row) => row.id, least: 20 },
    { title: "", right: true, cell: (row) => (row.contextWindow ? formatTokens(row.contextWindow) : "") },
    ...prices,
    {
      title: "",
      cell: ({ saving }) => {
        if (saving === undefined) return "";
        return wide ? against(saving, t) : percentOf(saving);
      },
      paint: (text, { saving }) => (saving && saving.share > 0 ? style.green(text.trimEnd()) : text),
    },
  ];
}

/** The line below the list: the whole id, the saving if its column is only a number, and its use. */
function describe({ id, model, saving }: Offer, { t, style, locale }: Context): string {
  const saved = saving !== undefined && style.columns < roomy ? against(saving, t) : undefined;
  const latency = model?.latency === undefined ? undefined : t.onboard.offer.latency(model.latency.ms);
  const parts = [id, saved, latency, model?.use?.[locale]].filter((part) => part !== undefined);
  return truncate(parts.join(" · "), style.columns - margin, style);
}

/**
 * The models to choose from, families together (those with a ticked model first): id, context, prices and what is
 * saved in columns that fit the terminal. Made in one go for lists of ten thousand.
 */
export function modelChoices(
  context: Context,
  wish: { readonly ids: readonly string[]; readonly ticked: readonly string[] },
  catalog: Catalog,
  live: readonly LiveModel[] | undefined,
): Choice<string>[] {
  const { style } = context;
  const ticked = new Set(wish.ticked);
  const offers = offersOf([...new Set([...wish.ticked, ...wish.ids])], catalog, live);
  const table = layTable(columnsFor(context), offers, style, style.columns - margin);
  const groups = new Map<string, Choice<string>[]>();
  for (const offer of offers) {
    const { id, family, model } = offer;
    const choice = {
      value: id,
      name: id,
      line: table.line(offer),
      search: searchText(catalog, { id, name: model?.name ?? "", family }),
      description: describe(offer, context),
      group: family,
      checked: ticked.has(id),
    };
    const group = groups.get(family);
    if (group) group.push(choice);
    else groups.set(family, [choice]);
  }
  return [...groups.values()].flat();
}
