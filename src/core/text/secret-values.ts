// Nothing in front of the word and bounds behind it: the time stays linear on texts of any kind.
const secretMember =
  /(?:key|token|secret|password|passphrase|credential)[\w.-]{0,64}["']?\s{0,64}[:=]\s{0,64}(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|([^\s"'`,;{}[\]]+))/gi;

/** Placeholders that are no secrets: `${NAME}`, a variable's name, a number, a JSON keyword. */
const placeholder = /^\$|^[A-Z][A-Z0-9]*_[A-Z0-9_]*$|^[\d.+-]+$|^(?:true|false|null)$/;

/**
 * The values in a config or `.env` text that look like secrets, by the names they are under, as they are spelled in
 * the text. Works on broken files too: what is masked must not depend on whether a text parses.
 */
export function secretValues(text: string): string[] {
  const values = [...text.matchAll(secretMember)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
  return [...new Set(values)].filter((value) => value !== "" && !placeholder.test(value));
}
