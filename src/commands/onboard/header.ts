import { get, getObject } from "../../core/json/index.ts";
import { configuredIds, providerPath } from "../../core/provider/index.ts";
import { maskKey } from "../../core/text/index.ts";
import type { Context, OpenClawState } from "../../ports.ts";
import { shortPath } from "../../render/plan.ts";
import { symbols } from "../../render/problem.ts";
import { marked, padEnd, wrap } from "../../render/text.ts";
import { findKeys } from "../keys.ts";
import type { Look } from "../look.ts";
import type { OnboardSession } from "./session.ts";

function openclawText(session: OnboardSession, state: OpenClawState): string {
  const { onboard } = session.context.t;
  if (state.kind === "missing") return onboard.openclawMissing;
  return state.kind === "broken" ? onboard.openclawBroken(state.reason || onboard.timedOut) : state.version;
}

function configText(session: OnboardSession, found: Look): string {
  const { t, home } = session.context;
  const file = shortPath(found.located.configPath, home);
  if (!found.state) return t.onboard.configAt(file, t.onboard.configNew);
  const providers = Object.keys(getObject(found.config, ["models", "providers"])).length;
  const ours = get(found.config, providerPath) === undefined ? undefined : configuredIds(found.config).length;
  return t.onboard.configAt(file, t.onboard.configFound(providers, ours));
}

/** Asks the installed OpenClaw for its version, which takes a second or two. */
async function openclawState(context: Context): Promise<OpenClawState> {
  const step = (await context.progress()).step(context.t.onboard.looking);
  try {
    return await (await context.openclaw()).state();
  } finally {
    step.clear();
  }
}

/** What is there, in three lines: OpenClaw, its config, a key. */
export async function headerLines(session: OnboardSession, found: Look): Promise<string[]> {
  const { context } = session;
  const { t, style } = context;
  const catalog = await context.catalog();
  const state = await openclawState(context);
  const { aisaApiKey, aisaApiKeyFile } = session.options;
  const flag = aisaApiKey === undefined ? aisaApiKeyFile && "--aisa-api-key-file" : "--aisa-api-key";
  const [key] = flag ? [] : await findKeys(context, found);
  const known = key
    ? t.onboard.keyFound(maskKey(key.value), key.label)
    : t.onboard.keyNone(catalog.provider.keyPage);
  const keyText = flag ? t.onboard.keyGiven(flag) : known;
  const rows: [string, string][] = [
    [t.onboard.labels.openclaw, openclawText(session, state)],
    [t.onboard.labels.config, configText(session, found)],
    [t.onboard.labels.key, keyText],
  ];
  const width = Math.max(...rows.map(([label]) => style.measure(label))) + 3;
  const body = rows.flatMap(([label, text]) => {
    const [first = "", ...rest] = wrap(text, style.columns - width - 2, style);
    const blank = " ".repeat(width + 2);
    return [`  ${style.dim(padEnd(label, width, style))}${first}`, ...rest.map((line) => blank + line)];
  });
  const title = wrap(`openclaw-aisa ${context.version}   ${t.onboard.tagline}`, style.columns, style);
  const demo = context.demo ? marked(style.yellow(symbols.warning), t.onboard.demo, style) : [];
  return [style.bold(title[0] ?? ""), ...title.slice(1), ...demo, "", ...body, ""];
}
