import type {
  EditObstacle,
  KeyFileFlaw,
  ParamsOf,
  SecretFlaw,
  StateValue,
  TextFacts,
  UnwritableReason,
} from "../../src/core/problem/index.ts";
import { explainedCodes, type Problem, type ProblemCode, problemOf } from "../../src/core/problem/index.ts";
import { textVariants } from "../../src/core/problem/text-facts.ts";

const model = "qwen3-x";
const path = "agents.defaults.model";
const file = "openclaw.json";
const replacement = "qwen3-max";
const host = "gateway.test";
const url = "https://gateway.test/v1";
const source = "HTTPS_PROXY";
const detail = "said";
const version = "2026.9.6";
const obstacles: readonly EditObstacle[] = [
  "occupied",
  "gap",
  "not-a-list",
  "key-exists",
  "key-twice",
  "not-readable",
  "not-as-asked",
  "loses-comment",
];
const unwritable: readonly UnwritableReason[] = [
  "read-only-file",
  "hard-link",
  "busy",
  "held",
  "cross-device",
  "read-only-system",
  "size-limit",
  "no-folder",
  "not-a-file",
  "link-loop",
  "owner",
];

const stateValues: readonly StateValue[] = [
  "object",
  "list",
  "true-or-false",
  "model",
  "key-reference",
  "key-source",
  "dotenv-or-config",
  "url",
  "version-1",
];

const secretFlaws: readonly SecretFlaw[] = [
  "not-configured",
  "relative",
  "missing",
  "folder",
  "link",
  "closed-folder",
  "readable",
  "writable",
  "owner",
  "empty",
  "no-value",
  "program-failed",
];

const keyFileFlaws: readonly KeyFileFlaw[] = ["too-large", "empty", "encoding", "several-lines", "not-a-key"];

/** Parameters of every form that a code has besides those that a text shows. */
const placed: { readonly [Code in ProblemCode]?: readonly ParamsOf<Code>[] } = {
  "missing-prefix": [{ variant: "configured", model, path, replacement }],
  "stale-model-id": [{ variant: "configured", model, path, replacement }],
  "invalid-temperature": (["configured", "fallback"] as const).map((variant) => ({
    variant,
    model,
    path,
    value: "0.7",
    expected: "1",
  })),
  "wrong-api-type": [
    { variant: "configured", path, expected: "openai-completions" },
    { variant: "configured", path, expected: "openai-completions", model },
  ],
  "wrong-base-url": [
    { variant: "configured", path, replacement: url },
    { variant: "missing", path, replacement: url },
    { variant: "plain-http", path, replacement: url },
    { variant: "plain-http", path, replacement: "http://other.test/v1" },
  ],
  "config-schema": [
    { variant: "unknown-key", path },
    { variant: "unknown-key", path, replacement },
    { variant: "wrong-value", path },
    { variant: "wrong-value", path, replacement },
    { variant: "wrong-type", path, expected: "object" },
    { variant: "key-twice", path, lines: [3, 20] },
    { variant: "missing", path },
    { variant: "include-missing", path, file },
    { variant: "openclaw", detail },
    { variant: "openclaw", detail, version },
    { variant: "root", file },
    { variant: "before", detail, version },
  ],
  "config-syntax": [
    { variant: "empty", file },
    { variant: "parser", file, detail },
    { variant: "typing", file, fault: "comma-missing", count: 1 },
    { variant: "typing", file, fault: "wrong-character", count: 3 },
    { variant: "encoding", file, encoding: "UTF-16" },
    { variant: "encoding", file },
  ],
  "insufficient-quota": [{ variant: "reserve", model, usd: "0.0410" }],
  "streaming-broken": [
    { variant: "one-piece", model },
    { variant: "buffered", model },
  ],
  "tool-call-error": [
    { variant: "text-instead", model },
    { variant: "broken-arguments", model },
  ],
  "network-dns": [{ variant: "unread-proxy", host, source }],
  "network-timeout": [{ variant: "unread-proxy", host, source }],
  "network-refused": [{ variant: "unread-proxy", host, source }],
  "proxy-error": (["malformed", "unreachable", "password"] as const).map((variant) => ({
    variant,
    host,
    source,
  })),
  "config-missing": [{ file }, { file, leadsTo: "/elsewhere/openclaw.json" }],
  "config-unwritable": [{ file }, { file, detail }, ...unwritable.map((variant) => ({ file, variant }))],
  "provider-missing": [{}, { file }, { source }],
  "double-prefixed-id": [
    { variant: "entry", model, replacement },
    { variant: "reference", model, path, replacement },
  ],
  "misplaced-compat": [
    { variant: "entry", model, key: "supportsStore" },
    { variant: "provider", model, key: "supportsStore" },
    { variant: "missing", model },
  ],
  "wrong-fallback-key": [{ path }],
  "allowlist-hides-model": [{ path, models: [model, replacement] }],
  "key-not-visible-to-gateway": [{ source }, { source, file }],
  "conflicting-keys": [
    { variant: "hidden", source },
    { variant: "several", source, sources: [source, file] },
    { variant: "plugin", source, sources: [source, file] },
  ],
  "malformed-key": [
    { source },
    { source, flaws: ["quotes"] },
    ...keyFileFlaws.map((variant) => ({ variant, source: file, limit: 64 })),
  ],
  "insecure-permissions": (["readable", "writable-file", "writable-folder", "owner"] as const).flatMap(
    (variant) => [1, 2].map((count) => ({ variant, file, mode: "0666", expected: "0600", count })),
  ),
  "key-unresolved": [{ value: "${NOPE}", variable: "NOPE", expected: "${NOPE}" }],
  "flat-env-block": [{ path, replacement }],
  "stale-agent-models": [{ file }],
  "pinned-session": [
    ...(["stale", "unconfigured", "other", "left"] as const).flatMap((variant) => [
      { variant, count: 1, model: "aisa/qwen3-max" },
      { variant, count: 3, model: "other/model" },
    ]),
    { variant: "left", count: 2, model: "aisa/qwen3-max", detail },
  ],
  "resting-profile": (["profile", "inline", "older"] as const).flatMap((variant) => [
    { variant, id: "aisa:manual", until: "2026-11-28T01:54:41.000Z" },
    { variant, id: "aisa:manual", until: "2026-11-28T01:54:41.000Z", reason: "billing", works: true },
    { variant, id: "aisa:manual", until: "2026-11-28T01:54:41.000Z", reason: "auth", works: false },
  ]),
  "max-tokens-too-large": [
    { variant: "configured", model, value: 999_999, limit: 131_072, replacement: "8192" },
  ],
  "service-key-missing": (["missing", "older", "drop-in"] as const).map((variant) => ({
    variant,
    file: "gateway.systemd.env",
    variable: "AISA_API_KEY",
    stored: ".env",
  })),
  "provider-misnamed": (["renamed", "kept"] as const).map((variant) => ({ variant, provider: "aisa-api" })),
  "stale-cron-model": [
    { id: "j1", name: "daily", model: "aisa/qwen-plus", replacement: "aisa/qwen3-max" },
    { id: "j1", name: "daily", model: "aisa/qwen-9" },
  ],
  "clobbered-config": [{ files: [file] }],
  "duplicate-entries": [{ model }],
  "missing-metadata": [{ model, keys: ["name", "cost"] }],
  "several-configs": [{ file, files: ["other.json"] }],
  "openclaw-missing": [{}, { required: version }],
  "openclaw-too-old": [
    { variant: "command", version, required: "2026.10.1" },
    { variant: "key", path, version, required: "2026.10.1" },
    { variant: "plugin", path, version, required: "2026.10.1" },
  ],
  "openclaw-not-runnable": [{ detail: "" }, { file, detail }],
  "plugin-conflict": [{ provider: "aisa", plugins: ["other"] }],
  "sign-in-inactive": [{ id: "aisa:default" }],
  "price-drift": [
    { variant: "gateway", model },
    { variant: "newer-list", models: [model], date: "2026-06-04" },
  ],
  "captive-portal": [{ host }],
  "clock-skew": [
    { variant: "ahead", seconds: 300 },
    { variant: "behind", seconds: 90_000 },
  ],
  "unsupported-node": [{ version: "18.0.0", required: "20.19" }],
  "reference-without-entry": [
    { model, path },
    { model, path, suggestions: [] },
    { model, path, suggestions: [replacement] },
  ],
  "context-window-too-small": [{ model, limit: 16_000, replacement: "131072" }],
  "models-not-asked": [
    { models: [model] },
    { models: Array.from({ length: 20 }, (_, index) => `model-${index}`) },
  ],
  "catalog-hidden": [{ path, models: [model] }],
  usage: [
    { variant: "text", text: detail },
    { variant: "text", text: detail, line: "openclaw-aisa doctor" },
    { variant: "bad-profile" },
    { variant: "dev-with-profile" },
    { variant: "empty-path", flag: "--config" },
  ],
  "workspace-key": (["not-stored", "used"] as const).map((variant) => ({
    variant,
    file: "/home/ann/project/.env",
  })),
  "missing-input": [
    { what: "key", flag: "--aisa-api-key" },
    { what: "key", flag: "--aisa-api-key", variable: "AISA_API_KEY" },
  ],
  "unknown-model": [
    { model, suggestions: [] },
    { model, suggestions: [replacement], unlisted: detail },
  ],
  "model-not-configured": [
    { model, suggestions: [] },
    { model, suggestions: [replacement] },
  ],
  "ambiguous-model": [{ model, models: [model, replacement] }],
  "invalid-base-url": [
    { url: "x" },
    { url: "x", source: "AISA_BASE_URL" },
    { url: "x", variant: "credentials" },
  ],
  "state-invalid": [
    { variant: "syntax", file, detail },
    { variant: "syntax", file, detail, wide: { found: "：", plain: ":" } },
    { variant: "unknown-key", file, path, wide: { found: "“", plain: '"' } },
    { variant: "unknown-key", file, path },
    { variant: "unknown-key", file, path, suggestion: replacement },
    ...stateValues.map((expected) => ({ variant: "wrong-value" as const, file, path, expected })),
    { variant: "missing", file, path, key: "from" },
    { variant: "literal-key", file, path },
    { variant: "needs-primary", file, path, model },
    { variant: "no-such-profile", file, profile: "work", profiles: [] },
    { variant: "no-such-profile", file, profile: "work", profiles: ["home"] },
  ],
  "secret-unreadable": secretFlaws.flatMap((variant) => [
    { variant, file },
    { variant, file, mode: "0644", folder: "/root", detail },
  ]),
  "key-in-output": [
    { path, count: 1 },
    { path, count: 3 },
  ],
  cancelled: [{}, { backup: "2026-01-01T00-00-00" }],
  "config-changed": [{ file }],
  "config-locked": [
    { variant: "held", file, lock: `${file}.lock` },
    { variant: "held", file, lock: `${file}.lock`, pid: 7 },
    { variant: "not-a-file", file, lock: `${file}.lock` },
  ],
  "config-readonly": [{ file, variable: "OPENCLAW_NIX_MODE" }],
  "config-include": [
    { path, file, variant: "not-editable" },
    { path, variant: "cycle", files: [file, file] },
    { path, file, variant: "too-deep", limit: 10 },
    { path, file, variant: "too-many", limit: 200 },
    { path, file, variant: "too-large", limit: 16 },
    { path, file, variant: "file-too-large", limit: 2 },
    { path, file, variant: "grows-too-large", limit: 2 },
    ...(["outside", "hard-link", "not-an-object"] as const).map((variant) => ({ path, file, variant })),
    { path, variant: "bad-path", value: "5" },
  ],
  "config-not-saved": [{ file, detail }],
  "config-unreadable": [
    { variant: "too-large", file, limit: 16 },
    { variant: "too-deep", file, limit: 1000 },
    { variant: "too-many-objects", file, limit: 50_000 },
    { variant: "too-many-models", file, count: 10_001, limit: 10_000 },
    { variant: "system", file, detail },
    { variant: "held", file, detail },
  ],
  "edit-refused": obstacles.flatMap((variant) => [{ variant }, { variant, file, path, key: "models" }]),
  "disk-full": [{ file }],
  "refused-by-openclaw": [
    { variant: "restored", detail: "" },
    { variant: "changed-since", version, detail },
  ],
  "interrupted-change": [
    ...(["restored", "finished", "kept"] as const).map((variant) => ({
      variant,
      command: "onboard",
      files: [file],
      backup: "2026-01-01T00-00-00",
    })),
    { variant: "leftover", files: [file] },
    { variant: "half", file, files: [".env"], backup: "2026-01-01T00-00-00" },
    { variant: "half", file, files: [".env"], backup: "2026-01-01T00-00-00", detail },
  ],
  "written-not-verified": [
    { variant: "unread", file },
    { variant: "unread", file, detail },
    { variant: "changed-since", file, missing: path },
  ],
  "nothing-to-undo": [{}, { backup: "2026-01-01T00-00-00" }],
  "changed-since": [{ file }],
  "gateway-lists-nothing": [
    { variant: "empty", url },
    { variant: "none-of-ours", url, models: [model] },
  ],
  "model-list-partly-ignored": [
    { ignored: [`${model}: context window 1`] },
    { ignored: Array.from({ length: 20 }, (_, index) => `model-${index}: context window 1`) },
  ],
  "plugin-refused": [{ version, detail }],
  "skill-changed": [{ file }],
  "fix-conflict": [{ path, checks: ["one", "two"] }],
  "report-not-merged": (["missing", "empty", "incomplete", "foreign", "too-large"] as const).map(
    (variant) => ({
      variant,
      files: ["reports/web-01.json"],
    }),
  ),
  "report-outdated": (["unnamed", "stale", "superseded"] as const).map((variant) => ({
    variant,
    files: ["reports/web-01.json", "reports/web-02.json"],
  })),
  "check-crashed": [{ check: "key", detail }],
  "temp-folder-unusable": [{ file: "/tmp", detail }],
  "system-error": [
    { file, call: "mkdtemp", detail },
    { call: "uv_os_get_passwd", detail },
    { variant: "rejected", detail },
  ],
  "internal-error": [{ detail }],
};

const every: TextFacts = {
  model,
  models: [model, replacement],
  count: 2,
  suggestions: [replacement],
  replacement,
  status: 503,
  limit: 8192,
  group: "default",
  requestId: "req_1",
  seconds: 20,
  host,
  url,
  provider: "aisa",
  source: "http://127.0.0.1:7890",
  file,
  detail,
};

/** What a text can show: nothing, everything, each fact alone, and each variant. */
const textFacts: readonly TextFacts[] = [
  {},
  every,
  ...Object.entries(every).map(([name, value]) => ({ [name]: value })),
  ...textVariants.flatMap((variant) => [{ variant }, { ...every, variant }]),
];

/** A problem in every form that its code has. */
export function problemsOf(code: ProblemCode): Problem[] {
  const isExplained = Object.hasOwn(explainedCodes, code) || placed[code] === undefined;
  const all = [...(isExplained ? textFacts : []), ...(placed[code] ?? [])];
  return all.map((params) => problemOf<ProblemCode>(code, params));
}
