import type { Pin } from "../core/models/index.ts";
import { type Problem, type ProblemCode, type Severity, severityOf } from "../core/problem/index.ts";
import type { Messages } from "../i18n/index.ts";
import type { KnownAccount, Style } from "../ports.ts";
import { formatUsd } from "./format.ts";
import { shortPath } from "./plan.ts";
import { symbols } from "./problem.ts";
import { wrap } from "./text.ts";

/** What is set up, as far as it is known. Times in ms since 1970. */
export interface Setup {
  readonly key: {
    /** `stored`: there is one, and nothing of the config uses it. */
    readonly state: "found" | "stored" | "hidden" | "unresolved" | "missing" | "unknown";
    readonly masked?: string;
    readonly source?: string;
    readonly checked?: NonNullable<KnownAccount["key"]>;
  };
  readonly balance?: NonNullable<KnownAccount["balance"]>;
  readonly config: { readonly file: string; readonly exists: boolean; readonly decidedBy: string };
  /** The config is there and cannot be read. */
  readonly unreadable: boolean;
  /** The name of AIsa's block; undefined without one. */
  readonly provider: string | undefined;
  /** How many models it lists. */
  readonly models: number;
  readonly primary: string | undefined;
  readonly fallbacks: readonly string[];
  /** Undefined where the default model is not ours. */
  readonly sent:
    | { readonly model: string; readonly baseUrl: string; readonly temperature?: number }
    | undefined;
  readonly sessions: { readonly pins: readonly Pin[]; readonly at?: number } | undefined;
  /** The newest failure in OpenClaw's log. */
  readonly lastProblem: Problem | undefined;
}

/** What the lines need besides. */
interface Around {
  readonly t: Messages;
  readonly style: Style;
  readonly home: string;
  now(): Date;
}

/** Parts of a row, side by side with two spaces between them. */
const parts = (...texts: readonly (string | undefined)[]) => texts.filter(Boolean).join("  ");

function keyRow({ key }: Setup, { t, home }: Around, ago: (at: number) => string): string {
  const { status } = t;
  if (key.state === "missing" || key.state === "unknown") return status.key[key.state];
  if (key.state === "hidden") return status.key.hidden(key.source ?? "");
  if (key.state === "unresolved") return status.key.unresolved(key.source ?? "");
  const { checked } = key;
  const verdict = checked ? status.checked(checked.accepted, ago(checked.at)) : status.notChecked;
  const unused = key.state === "stored" ? status.key.stored : undefined;
  return parts(key.masked, shortPath(key.source ?? "", home), unused, verdict);
}

function sessionsRow({ sessions }: Setup, { t }: Around, ago: (at: number) => string): string {
  const { status } = t;
  if (sessions === undefined) return status.sessionsUnknown;
  const { pins, at } = sessions;
  const models = [...new Set(pins.map((pin) => pin.session.model))];
  const failing = pins.filter((pin) => pin.kind !== "other").length;
  return parts(status.pinned(pins.length, models, failing), at === undefined ? undefined : ago(at));
}

function lastRow(problem: Problem | undefined, t: Messages, ago: (at: number) => string): string {
  if (problem === undefined) return t.status.noProblem;
  const { last, state } = problem.seen ?? {};
  const when = last === undefined ? undefined : ago(Date.parse(last));
  return parts(t.problems(problem).title, when, state === "cured" ? t.status.cured : undefined, problem.code);
}

/** The rows, a name in front of each. */
function rows(setup: Setup, around: Around): (readonly [string, string])[] {
  const { t, home } = around;
  const { status } = t;
  const { balance, config, models, provider, primary, fallbacks, sent } = setup;
  const now = around.now().getTime();
  const ago = (at: number) => status.ago(Math.max(0, Math.round((now - at) / 1000)));
  const money =
    balance &&
    (balance.currency === "USD" ? formatUsd(balance.available) : `${balance.available} ${balance.currency}`);
  const { decidedBy } = config;
  const file = parts(
    shortPath(config.file, home),
    decidedBy === "default" ? undefined : `(${decidedBy})`,
    setup.unreadable ? status.unreadable : config.exists ? status.models(models, provider) : status.noConfig,
  );
  const wire = sent
    ? status.sends(sent.model, sent.baseUrl, sent.temperature)
    : primary === undefined
      ? status.noDefault
      : status.otherProvider;
  const { names } = status;
  return [
    [names.key, keyRow(setup, around, ago)],
    [names.balance, balance ? parts(money, ago(balance.at)) : status.balanceUnknown],
    [names.config, file],
    [names.default, primary === undefined ? status.none : status.default(primary, fallbacks)],
    [names.sends, wire],
    [names.sessions, sessionsRow(setup, around, ago)],
    [names.log, lastRow(setup.lastProblem, t, ago)],
  ];
}

/** How many titles are shown; doctor shows the rest. */
const mostTitles = 5;

/** Problems of somebody who has not set AIsa up yet. */
const absent: readonly ProblemCode[] = ["config-missing", "provider-missing", "missing-key"];

/** The screen of `status`: the rows, what is wrong by title, and where to go on. */
export function statusLines(setup: Setup, problems: readonly Problem[], around: Around): string[] {
  const { t, style } = around;
  const isMissing = problems.some((one) => absent.includes(one.code));
  const count = (severity: Severity) => problems.filter((one) => severityOf(one) === severity).length;
  const found = t.status.found(count("error"), count("warning"));
  const named: (readonly [string, string])[] = found && !isMissing ? [[t.status.names.problems, found]] : [];
  const shown = [...rows(setup, around), ...named];
  const width = Math.max(...shown.map(([name]) => style.measure(name)));
  const table = shown.flatMap(([name, value]) => {
    const gap = " ".repeat(width - style.measure(name) + 2);
    const [first = "", ...rest] = wrap(value, style.columns - width - 4, style);
    const indent = " ".repeat(width + 4);
    return [`  ${style.dim(name)}${gap}${first}`, ...rest.map((line) => indent + line)];
  });
  const marks = {
    error: style.red(symbols.error),
    warning: style.yellow(symbols.warning),
    info: style.dim(symbols.info),
  };
  const wrong = problems.slice(0, mostTitles).flatMap((problem) => {
    const [first = "", ...rest] = wrap(t.problems(problem).title, style.columns - 4, style);
    return [`  ${marks[severityOf(problem)]} ${first}`, ...rest.map((line) => `    ${line}`)];
  });
  const { more, fine, setUp } = t.status;
  const hint = wrap(isMissing ? setUp : problems.length > 0 ? more : fine, style.columns, style);
  return [...table, ...(wrong.length > 0 ? ["", ...wrong] : []), "", ...hint];
}
