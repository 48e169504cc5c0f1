/** What `explain` says around a diagnosis. */
export const explain = {
  needed: "explain needs an error text or a problem code, as its argument or on standard input",
  noCode: (given: string, meant: string) => `No problem has the code ${given}. Did you mean ${meant}?`,
  paste: (endKey: string) => `Paste the error text; finish with ${endKey} or two empty lines.`,
  decidedBy: (words: readonly string[]) => `Based on: ${words.map((one) => `“${one}”`).join(", ")}`,
  inConfig: "In your config:",
  canAlsoBe: "Other possible causes:",
};
