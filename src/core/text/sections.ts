/** One part of a page in Markdown, without its marks: a paragraph, or the lines of a fenced block. */
export interface Block {
  /** The word behind the fence, such as `sh`; undefined for a paragraph. */
  readonly fence?: string;
  readonly text: string;
}

/** Returns the text below the heading `### <heading>` up to the next heading; undefined where there is none. */
export function sectionOf(page: string, heading: string): string | undefined {
  const lines = page.split(/\r?\n/);
  const start = lines.indexOf(`### ${heading}`);
  if (start === -1) return undefined;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^#{1,3} /.test(line));
  return rest
    .slice(0, end === -1 ? undefined : end)
    .join("\n")
    .trim();
}

/** Returns the paragraphs and fenced blocks of a section, in their order. */
export function blocksOf(section: string): Block[] {
  return section.split(/^```/m).flatMap((part, index): Block[] => {
    if (index % 2 === 0)
      return part
        .split(/\n{2,}/)
        .map((text) => ({ text: text.trim() }))
        .filter((block) => block.text !== "");
    const end = part.indexOf("\n");
    return [{ fence: part.slice(0, end).trim(), text: part.slice(end + 1).trimEnd() }];
  });
}
