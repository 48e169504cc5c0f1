import type { DiagnosedProblem, ExplainedCode, TextFacts } from "../problem/index.ts";
import { clean, hidePersonal } from "../text/index.ts";
import { findParams } from "./error-params.ts";
import { precedence } from "./signatures/precedence.ts";
import { type Signature, weights } from "./signatures/signature.ts";
import { signatures } from "./signatures.ts";
import { longestText, unwrap } from "./unwrap.ts";

/** What an error means: the likeliest cause, how sure that is, and what else it can be, likeliest first. */
export interface Diagnosis {
  readonly problem: DiagnosedProblem;
  /** 0 (nothing known) to 1 (the text names the cause). */
  readonly confidence: number;
  readonly alternatives: readonly DiagnosedProblem[];
}

interface Match {
  readonly signature: Signature;
  readonly score: number;
  /** The words that matched, as they stand in the text. */
  readonly words: readonly string[];
}

const longestEvidence = 120;
const mostEvidence = 3;

/** What a text holds besides its words: the innermost report of a log line counts more than its rendering. */
function rawPart(text: string): string {
  const start = text.search(/\b(?:rawError|upstream_status|cause)\w*["']?\s*[=:]/i);
  return start < 0 ? "" : text.slice(start);
}

function matchOf(signature: Signature, text: string, raw: string, status?: number): Match | undefined {
  if (signature.status && (status === undefined || !signature.status.includes(status))) return undefined;
  const words = (signature.words ?? []).flatMap((pattern) => pattern.exec(text)?.[0] ?? []);
  if (signature.words && words.length === 0) return undefined;
  if (signature.unless?.test(text) || (signature.and && !signature.and.test(text))) return undefined;
  const inRaw = signature.words?.some((pattern) => pattern.test(raw)) ? 5 : 0;
  return { signature, score: weights[signature.weight] + Math.min(words.length, 3) + inRaw, words };
}

/** The best match of every code, best code first. */
function rank(text: string, status?: number): Match[] {
  const raw = rawPart(text);
  const best = new Map<ExplainedCode, Match>();
  for (const signature of signatures) {
    const match = matchOf(signature, text, raw, status);
    const known = match && best.get(signature.code);
    if (match && (!known || match.score > known.score)) best.set(signature.code, match);
  }
  const matches = [...best.values()].sort((a, b) => b.score - a.score);
  return precedence.reduce((order, rule) => settle(order, rule.over, rule.code, text, rule.when), matches);
}

/** Puts a cause before a symptom of it where both are named. */
function settle(
  order: Match[],
  loser: ExplainedCode,
  winner: ExplainedCode,
  text: string,
  when?: RegExp,
): Match[] {
  const from = order.findIndex((match) => match.signature.code === winner);
  const to = order.findIndex((match) => match.signature.code === loser);
  const moved = order[from];
  if (!moved || to < 0 || to > from || moved.score < weights.symptom || (when && !when.test(text)))
    return order;
  const rest = order.filter((match) => match !== moved);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}

function sureness(first: Match, second: Match | undefined): number {
  const own = Math.min(first.score, 100) / 100;
  const settled = precedence.some(
    ({ code, over }) => code === first.signature.code && over === second?.signature.code,
  );
  const doubt = second && !settled && second.score > first.score - 15 ? 0.75 : 1;
  return Math.round(own * doubt * 0.98 * 100) / 100;
}

/** The deciding words, safe to be shown: whole words, redacted, each once. */
function evidenceOf(match: Match, text: string, secrets: readonly string[]): string[] {
  const shown = match.words.map((words) => {
    const at = text.indexOf(words);
    const before = text.slice(0, at).match(/[\p{L}\d_./-]{0,20}$/u)?.[0] ?? "";
    const after = text.slice(at + words.length).match(/^[\p{L}\d_./-]{0,20}/u)?.[0] ?? "";
    return clean(hidePersonal(before + words + after, secrets))
      .trim()
      .slice(0, longestEvidence);
  });
  const unique = [...new Set(shown)].filter((one) => one !== "");
  return unique
    .filter((one) => !unique.some((other) => other !== one && other.includes(one)))
    .slice(0, mostEvidence);
}

/** How a text that nothing explains begins. */
function beginning(text: string, secrets: readonly string[]): TextFacts {
  const detail = clean(hidePersonal(text, secrets)).slice(0, 200);
  return detail ? { detail } : {};
}

function other(params: TextFacts, text: string, secrets: readonly string[]): Diagnosis {
  return {
    problem: { code: "other", params: { ...params, ...beginning(text, secrets) } },
    confidence: 0,
    alternatives: [],
  };
}

/** Names the cause in an unwrapped text, with what is known of it besides; `secrets` are hidden. */
export function judge(
  text: string,
  status: number | undefined,
  given: TextFacts,
  secrets: readonly string[] = [],
): Diagnosis {
  const found = findParams(text, status, secrets);
  const params = { ...found, ...given };
  const [first, ...rest] = rank(text, status);
  if (!first) return other(params, text, secrets);
  const { code, variant } = first.signature;
  const evidence = evidenceOf(first, text, secrets);
  const behind = first.signature.alternatives ?? [];
  const near = rest.filter((match) => match.score >= first.score / 2).map((match) => match.signature.code);
  const alternatives = [...new Set([...near, ...behind])].filter((one) => one !== code && one !== "other");
  return {
    problem: {
      code,
      params: {
        ...(code === "other" && variant === undefined ? beginning(text, secrets) : {}),
        ...params,
        ...(variant === undefined ? {} : { variant }),
      },
      ...(evidence.length > 0 ? { evidence } : {}),
    },
    confidence: sureness(first, rest[0]),
    alternatives: alternatives.map((one) => ({ code: one, params })),
  };
}

/**
 * Names the cause in a pasted text: a log line, a JSON body, JSON inside JSON, a Python error, in English or
 * Chinese, coloured or not. `secrets` are hidden from evidence and parameters. Never throws; a text that
 * fits nothing is `other` with confidence 0.
 */
export function diagnoseText(source: string, secrets: readonly string[] = []): Diagnosis {
  const { text, status } = unwrap(source);
  const newest = judge(text, status, {}, secrets);
  if (newest.confidence > 0 || source.length <= longestText) return newest;
  const first = unwrap(source.slice(0, longestText));
  return judge(first.text, first.status, {}, secrets);
}
