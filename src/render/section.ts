import { type ProblemCode, severityOfCode } from "../core/problem/index.ts";
import { type Block, blocksOf, chop } from "../core/text/index.ts";
import type { Style } from "../ports.ts";
import { paintSeverity, symbols } from "./problem.ts";
import { wrap } from "./text.ts";

/** Paints the bold words and the code of a paragraph in Markdown; without colour the marks of code stay. */
function paintInline(text: string, style: Style): string {
  if (style.bold(text) === text) return text.replace(/\*\*([^*]+)\*\*/g, "$1");
  return text
    .replace(/\*\*([^*]+)\*\*/g, (_all, bold: string) => style.bold(bold))
    .replace(/`([^`]+)`/g, (_all, code: string) => style.cyan(code));
}

function blockLines({ fence, text }: Block, style: Style): string[] {
  const lines = text.split("\n");
  if (fence === "sh") return lines.map((command) => `  ${symbols.cure} ${style.cyan(command)}`);
  if (fence !== undefined)
    return lines.flatMap((line) =>
      chop(line, style.columns - 4, style.measure).map((part) => `    ${style.dim(part)}`),
    );
  return wrap(paintInline(text, style), style.columns - 2, style).map((line) => `  ${line}`);
}

/** The section of a page that explains a code, for the terminal. In: its Markdown, without the heading. */
export function sectionLines(code: ProblemCode, section: string, style: Style): string[] {
  const severity = severityOfCode(code);
  const head = `${paintSeverity(style, severity, symbols[severity])} ${style.bold(code)}`;
  return [head, ...blocksOf(section).flatMap((block) => ["", ...blockLines(block, style)])];
}
