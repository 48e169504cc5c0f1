import type { DiagnosedProblem, TextFacts, TextVariant } from "../problem/index.ts";
import { clean, hidePersonal } from "../text/index.ts";
import { findParams } from "./error-params.ts";
import { type Match, makeJudge } from "./judge.ts";
import { noise, signatures } from "./signatures/index.ts";
import { weights } from "./signatures/signature.ts";
import { longestText, unwrap } from "./unwrap.ts";

/** What an error means: the likeliest cause, how sure that is, and what else it can be, likeliest first. */
export interface Diagnosis {
  readonly problem: DiagnosedProblem;
  /** 0 (nothing known) to 1 (the text names the cause). */
  readonly confidence: number;
  readonly alternatives: readonly DiagnosedProblem[];
}

const longestEvidence = 120;
const mostEvidence = 3;

let known: ReturnType<typeof makeJudge> | undefined;

/** Returns the causes that a text names, likeliest first. The rules are read with the first text. */
function rank(text: string, status?: number): Match[] {
  known ??= makeJudge({ signatures, noise });
  return known(text, status);
}

function sureness(first: Match, second: Match | undefined): number {
  const own = weights[first.signature.weight] / 100;
  const doubt = second && second.signature.weight === first.signature.weight ? 0.75 : 1;
  return Math.round(own * doubt * 0.98 * 100) / 100;
}

/** The deciding words, safe to be shown: redacted, each once. */
function evidenceOf(matches: readonly Match[], secrets: readonly string[]): string[] {
  const shown = matches.flatMap(({ words }) =>
    words.map((one) => clean(hidePersonal(one, secrets)).trim().slice(0, longestEvidence)),
  );
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

/** The variant of the deciding phrase. How long a limit lasts is often said by another phrase than that there is one. */
function variantOf({ signature }: Match, matches: readonly Match[]): TextVariant | undefined {
  const ofPeriod = ({ signature: one }: Match) => one.code === signature.code && one.variant === "period";
  return signature.variant ?? (matches.some(ofPeriod) ? "period" : undefined);
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
  const matches = rank(text, status);
  const [first] = matches;
  if (!first) return other(params, text, secrets);
  const { code, weight } = first.signature;
  const variant = variantOf(first, matches);
  const same = matches.filter(({ signature }) => signature.code === code && signature.weight === weight);
  const evidence = evidenceOf(same, secrets);
  const rest = matches.filter(({ signature }) => signature.code !== code);
  const near = rest.filter(({ signature }) => weights[signature.weight] >= weights[weight] / 2);
  const alternatives = new Set([
    ...near.map(({ signature }) => signature.code),
    ...(first.signature.alternatives ?? []),
  ]);
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
    alternatives: [...alternatives]
      .filter((one) => one !== code && one !== "other")
      .map((one) => ({ code: one, params })),
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
