import { type DocumentPath, get, isObject } from "../core/json/index.ts";
import { modelReferences } from "../core/openclaw/index.ts";
import {
  type DiagnosedProblem,
  type Location,
  type Problem,
  type ProblemCode,
  paramOf,
} from "../core/problem/index.ts";
import { bareId, modelEntries } from "../core/provider/index.ts";
import type { ConfigView } from "./config-view.ts";

const ofModels: readonly ProblemCode[] = [
  "double-prefixed-id",
  "stale-model-id",
  "missing-prefix",
  "reference-without-entry",
  "allowlist-hides-model",
];
const ofKeys: readonly ProblemCode[] = [
  "missing-key",
  "key-unresolved",
  "malformed-key",
  "flat-env-block",
  "workspace-key",
  "key-not-visible-to-gateway",
  "service-key-missing",
  "conflicting-keys",
];
const ofShape: readonly ProblemCode[] = [
  "config-syntax",
  "config-schema",
  "misplaced-compat",
  "wrong-fallback-key",
  "wrong-api-type",
  "flat-env-block",
];

/** By the code of an error text: the findings in a config that can be the cause of it. */
const causes: { readonly [Code in ProblemCode]?: readonly ProblemCode[] } = {
  "no-available-channel": ofModels,
  "model-not-found": ofModels,
  "missing-prefix": ofModels,
  "stale-model-id": ofModels,
  "model-not-allowed": ofModels,
  "missing-key": ofKeys,
  "invalid-key": ofKeys,
  "config-schema": ofShape,
  "config-syntax": ["config-syntax"],
  "wrong-api-type": ["wrong-api-type"],
  "invalid-temperature": ["invalid-temperature"],
  "developer-role-unsupported": ["misplaced-compat"],
  "unsupported-parameter": ["misplaced-compat"],
  "max-tokens-too-large": ["max-tokens-too-large", "config-schema", "context-window-too-small"],
  "context-length-exceeded": ["max-tokens-too-large", "context-window-too-small"],
  "insufficient-quota": ["max-tokens-too-large"],
  "wrong-base-url": ["wrong-base-url"],
  "network-dns": ["wrong-base-url"],
  "network-refused": ["wrong-base-url"],
  "empty-content": ["wrong-base-url", "wrong-api-type"],
};

/** Whether findings in the config can explain an error text with this code. */
export function canBeInConfig(code: ProblemCode): boolean {
  return causes[code] !== undefined;
}

/** Every model that a finding is about. */
function modelsOf(problem: Problem): string[] {
  const named = [paramOf(problem, "model"), paramOf(problem, "replacement")];
  return [...named, ...(paramOf(problem, "models") ?? [])].filter((one) => one !== undefined).map(bareId);
}

const aboutOthers = /provider[: ]{1,3}["'`]?(?!aisa\b)([a-z][\w-]{1,40})["'`]/i;

/**
 * Returns the findings that can be the cause of an explained text, those of the place or the model that it names where
 * it names one. Findings without a place and without a fix say nothing new.
 */
export function causesAmong(
  { code, params }: DiagnosedProblem,
  text: string,
  found: readonly Problem[],
): Problem[] {
  const codes = causes[code] ?? [];
  const isOfKey = codes === ofKeys;
  if (isOfKey && aboutOthers.test(text)) return [];
  const related = found.filter((one) => codes.includes(one.code) && (one.at?.line !== undefined || one.fix));
  if (codes !== ofModels && code !== "invalid-temperature") return inNamedPlace(text, related);
  const model = params.model;
  return model === undefined ? related : related.filter((one) => modelsOf(one).includes(bareId(model)));
}

/** `models.providers.aisa.models.0.compat` of OpenClaw and `models[0].compat` of ours, as one. */
const dotted = (path: string) => path.replace(/\[["']?([^\]"']{1,80})["']?\]/g, ".$1");

function inNamedPlace(text: string, related: readonly Problem[]): Problem[] {
  const plain = dotted(text);
  const named = related.filter((one) => {
    const path = paramOf(one, "path");
    return path !== undefined && plain.includes(dotted(path).replace(/\.[^.]{1,80}$/, ""));
  });
  return named.length > 0 ? named : [...related];
}

const placeForm = /(?<![\w.])((?:[a-z][\w-]{0,60})(?:\.[\w-]{1,60}){1,10}):/gi;
const keyForm = /unrecognized keys?:?\s{0,3}["']([\w.-]{1,80})["']/i;

/** The path that a complaint of OpenClaw's names, as far as the config has it. */
function namedPath(text: string, config: unknown): DocumentPath | undefined {
  const paths = [...text.matchAll(placeForm)].map(([, path = ""]) => path.split("."));
  for (const parts of paths) {
    const path: (string | number)[] = [];
    for (const part of parts) {
      const around = get(config, path);
      const name = Array.isArray(around) ? Number(part) : part;
      if (get(config, [...path, name]) === undefined) break;
      path.push(name);
    }
    if (path.length === 0) continue;
    const key = keyForm.exec(text)?.[1];
    const owner = get(config, path);
    return key !== undefined && isObject(owner) && Object.hasOwn(owner, key) ? [...path, key] : path;
  }
  return undefined;
}

/** Where a model is referred to, else its entry. */
function modelPath(model: string, config: unknown): DocumentPath | undefined {
  const id = bareId(model);
  const reference = modelReferences(config).find((one) => !one.key && bareId(one.text) === id);
  const entry = modelEntries(config).find((one) => bareId(one.id) === id);
  return reference?.path ?? (entry && [...entry.path, "id"]);
}

/** Returns the line of the config that an explained text is about, as far as the text names it. */
export function placeNamed(
  { code, params }: DiagnosedProblem,
  text: string,
  config: ConfigView,
): Location | undefined {
  if (code === "config-schema" || code === "wrong-api-type") {
    const path = namedPath(text, config.value);
    return path && config.at(path);
  }
  const isOfModel = causes[code] === ofModels;
  const path = isOfModel && params.model !== undefined ? modelPath(params.model, config.value) : undefined;
  return path && config.at(path);
}
