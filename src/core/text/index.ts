/** Redaction, wrapping, differences, and spelling. */

export { commonPairs } from "./common-pairs.ts";
export { type DiffLine, diffLines } from "./diff.ts";
export { createGate, escapeJson, type Gate, plain } from "./gate.ts";
export { looksLikeKey } from "./looks-like-key.ts";
export { clean, maskKey, maskUnlessReference, redact } from "./redact.ts";
export { hideAddresses, hidePersonal } from "./redact-personal.ts";
export { hasWords, searchWords } from "./search.ts";
export { secretValues } from "./secret-values.ts";
export { type Block, blocksOf, sectionOf } from "./sections.ts";
export { nearest } from "./spelling.ts";
export { chop, wrapText } from "./wrap.ts";
