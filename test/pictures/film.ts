import type { Screen } from "./cells.ts";
import { cell, drawLine, drawWindow, origin, type Theme } from "./draw.ts";

/** A screen and how long it is shown, in ms. */
export interface Frame {
  readonly screen: Screen;
  readonly ms: number;
}

/** The result stands at the beginning too, ms: the first frame is what previews show. */
const preview = 2500;

/**
 * A moving picture: the frames side by side on a strip that jumps from one to the next. A line that several frames have
 * is drawn once. Who asked the system for less motion sees the last frame.
 */
export function drawFilm(
  played: readonly Frame[],
  size: { readonly columns: number; readonly lines: number; readonly title: string },
  theme: Theme,
): string {
  const { screen: result } = played.at(-1) ?? { screen: [] };
  const frames = [{ screen: result, ms: preview }, ...played];
  const width = Math.ceil(size.columns * cell.width);
  const total = frames.reduce((sum, frame) => sum + frame.ms, 0);
  const names = new Map<string, string>();
  const nameOf = (parts: string) => {
    const name = names.get(parts) ?? `l${names.size}`;
    names.set(parts, name);
    return name;
  };
  let elapsed = 0;
  const stops: string[] = [];
  const groups = frames.map(({ screen, ms }, index) => {
    stops.push(`${((elapsed / total) * 100).toFixed(2)}%{transform:translateX(${-index * width}px)}`);
    elapsed += ms;
    const lines = screen.map((line, y) => {
      const parts = drawLine(line);
      return parts === ""
        ? ""
        : `<use href="#${nameOf(parts)}" x="${index * width}" y="${y * cell.height}"/>`;
    });
    return lines.join("");
  });
  const rules = [
    `@keyframes play{${stops.join("")}100%{transform:translateX(${-(frames.length - 1) * width}px)}}`,
    `.strip{animation:play ${(total / 1000).toFixed(1)}s step-end infinite}`,
    `@media (prefers-reduced-motion:reduce){.strip{animation:none;transform:translateX(${-(frames.length - 1) * width}px)}}`,
  ].join("");
  const symbols = [...names].map(([parts, name]) => `<g id="${name}">${parts}</g>`);
  const content = [
    `<defs>${symbols.join("\n")}</defs>`,
    `<clipPath id="view"><rect x="${origin.x}" y="${origin.y}" width="${width}" height="${size.lines * cell.height}"/></clipPath>`,
    `<g clip-path="url(#view)"><g transform="translate(${origin.x} ${origin.y})"><g class="strip">`,
    groups.join("\n"),
    "</g></g></g>",
  ].join("\n");
  return drawWindow(theme, size, content, rules);
}
