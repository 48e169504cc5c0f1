import type { Cell, Look, Screen } from "./cells.ts";

/** The colours of a picture, as GitHub's own pages have them. */
export interface Theme {
  readonly name: "light" | "dark";
  readonly back: string;
  readonly text: string;
  readonly dim: string;
  readonly border: string;
  /** The terminal's first eight colours. */
  readonly palette: readonly string[];
}

/** The pages that pictures are shown on. */
export const themes: readonly Theme[] = [
  {
    name: "light",
    ...{ back: "#ffffff", text: "#1f2328", dim: "#656d76", border: "#d0d7de" },
    palette: ["#1f2328", "#cf222e", "#1a7f37", "#9a6700", "#0969da", "#8250df", "#1b7c83", "#6e7781"],
  },
  {
    name: "dark",
    ...{ back: "#0d1117", text: "#e6edf3", dim: "#8b949e", border: "#30363d" },
    palette: ["#484f58", "#ff7b72", "#3fb950", "#d29922", "#58a6ff", "#bc8cff", "#39c5cf", "#b1bac4"],
  },
];

/** A column and a line, in pixels. */
export const cell = { width: 8.4, height: 19 } as const;
const margin = 16;
const bar = 30;

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const round = (value: number) => String(Number(value.toFixed(1)));

/** A full block and a shade: several in a row are one bar. */
const isBar = (text: string | undefined) => text === "█" || text === "░";

/** How many cells block characters fill from the left on; undefined for other characters. */
function blockShare(text: string): number | undefined {
  const code = text.codePointAt(0) ?? 0;
  if (isBar(text[0])) return text.length;
  return code >= 0x2588 && code <= 0x258f ? (0x2590 - code) / 8 : undefined;
}

function classOf({ color, bold, dim }: Look, isWide = false): string {
  const names = [
    isWide ? "w" : "",
    color === undefined ? "" : `c${color % 8}`,
    bold ? "b" : "",
    color === 8 || (dim && color === undefined) ? "d" : dim ? "o" : "",
  ];
  const text = names.filter(Boolean).join(" ");
  return text === "" ? "" : ` class="${text}"`;
}

/** Characters that are drawn together: of one look and width, without a gap between them. */
interface Run {
  readonly look: Look;
  readonly x: number;
  text: string;
  columns: number;
}

const isPlain = (text: string) => /^[\x20-\x7e]$/.test(text);

/** Symbols stand alone: where a font lacks one, what replaces it has a width of its own. */
function continues(run: Run | undefined, one: Cell, x: number, wasWide: boolean): run is Run {
  if (run === undefined || run.x + run.columns !== x) return false;
  const { look } = run;
  if (isBar(one.text)) return run.text.endsWith(one.text);
  const sameLook = look.color === one.color && look.bold === one.bold && look.dim === one.dim;
  const sameKind =
    one.width === 2 ? wasWide : !wasWide && isPlain(one.text) && isPlain(run.text.at(-1) ?? "");
  return sameLook && look.inverse === one.inverse && sameKind;
}

function runsOf(line: readonly Cell[]): Run[] {
  const runs: Run[] = [];
  let [x, wasWide] = [0, false];
  for (const [index, one] of line.entries()) {
    const last = runs.at(-1);
    const isGap = one.text === " " && !one.inverse;
    // A single blank is part of the text; of several, none is drawn.
    const joins = isGap ? line[index + 1]?.text !== " " && line[index - 1]?.text !== " " : true;
    if (joins && continues(last, one, x, wasWide)) {
      last.text += one.text;
      last.columns += one.width;
    } else if (!isGap) runs.push({ look: one, x, text: one.text, columns: one.width });
    wasWide = one.width === 2;
    x += one.width;
  }
  return runs;
}

function drawRun(run: Run): string {
  const [x, width] = [run.x * cell.width, run.columns * cell.width];
  const share = blockShare(run.text);
  const look = classOf(run.look, run.columns === 2 * run.text.length);
  if (share !== undefined) {
    const shade = run.text.startsWith("░") ? ' opacity=".3"' : "";
    return `<rect x="${round(x)}" y="3" width="${round(cell.width * share + 0.2)}" height="13"${shade}${look || ' class="x"'}/>`;
  }
  const text = run.text.trimEnd();
  const length = run.columns - (run.text.length - text.length);
  const fit = text.length > 1 ? ` textLength="${round(length * cell.width)}"` : "";
  const shade = run.look.inverse
    ? `<rect x="${round(x)}" y="1" width="${round(width)}" height="${cell.height - 2}" class="s"/>`
    : "";
  return text === "" ? shade : `${shade}<text x="${round(x)}" y="14"${fit}${look}>${escaped(text)}</text>`;
}

/** The parts of a line, from its own upper left corner on. */
export function drawLine(line: readonly Cell[]): string {
  return runsOf(line).map(drawRun).join("");
}

/** The frame around a picture. In: its size in columns and lines with its title, what is in it, and more rules for its looks. */
export function drawWindow(
  theme: Theme,
  size: { readonly columns: number; readonly lines: number; readonly title: string },
  content: string,
  rules = "",
): string {
  const width = Math.ceil(size.columns * cell.width + 2 * margin);
  const height = Math.ceil(size.lines * cell.height + bar + margin);
  const colors = theme.palette.map((color, index) => `.c${index}{fill:${color}}`).join("");
  const font =
    'ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",monospace';
  const style = `text{font:14px ${font};white-space:pre}text,.x{fill:${theme.text}}.b{font-weight:bold}.w{font-size:16px}${colors}.d{fill:${theme.dim}}.o{opacity:.65}.s{fill:${theme.dim};opacity:.35}`;
  const dots = [0, 1, 2].map(
    (index) => `<circle cx="${18 + index * 18}" cy="16" r="5" fill="${theme.border}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title>${escaped(size.title)}</title>`,
    `<style>${style}${rules}</style>`,
    `<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="${theme.back}" stroke="${theme.border}"/>`,
    dots.join(""),
    content,
    "</svg>\n",
  ].join("\n");
}

/** The command that a screen begins with. */
export function titleOf(screen: Screen): string {
  const [first = []] = screen;
  return first
    .map((one) => one.text)
    .join("")
    .replace(/^\$ /, "");
}

/** A picture of a screen. */
export function drawScreen(screen: Screen, columns: number, theme: Theme): string {
  const lines = screen.map((line, index) => {
    const parts = drawLine(line);
    return parts === ""
      ? ""
      : `<g transform="translate(${margin} ${bar + index * cell.height})">${parts}</g>`;
  });
  const size = { columns, lines: screen.length, title: titleOf(screen) };
  return drawWindow(theme, size, lines.filter(Boolean).join("\n"));
}

/** Where the content of a window begins. */
export const origin = { x: margin, y: bar } as const;
