const hex = (text: string) => Buffer.from(text).toString("hex");
const escaped = (text: string) =>
  text.replace(/./g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
const codes = (text: string, form: (code: number) => string, between = "") =>
  Array.from(text, (char) => form(char.charCodeAt(0))).join(between);
/** The encodings in which a gateway or a proxy may give back a key, or a part of it. */
export const disguises: Readonly<Record<string, (text: string) => string>> = {
  raw: (text) => text,
  "JSON escapes": escaped,
  URL: (text) => text.replace(/./g, (char) => `%${hex(char)}`),
  "decimal entities": (text) => text.replace(/./g, (char) => `&#${char.charCodeAt(0)};`),
  "hex entities": (text) => text.replace(/./g, (char) => `&#x${hex(char)};`),
  hex,
  "upper hex": (text) => hex(text).toUpperCase(),
  "hex with 0x": (text) => codes(text, (code) => `0x${code.toString(16)}`, " "),
  "a list of hex": (text) => codes(text, (code) => `"0x${code.toString(16).toUpperCase()}"`, ", "),
  "a hex dump": (text) => codes(text, (code) => code.toString(16), " "),
  "a list of bytes": (text) => `[${codes(text, String, ",")}]`,
  "an indented list of bytes": (text) => codes(text, String, ",\n        "),
  "C escapes": (text) => codes(text, (code) => `\\x${code.toString(16)}`),
  octal: (text) => codes(text, (code) => `\\${code.toString(8).padStart(3, "0")}`),
  "code points": (text) => codes(text, (code) => `\\u{${code.toString(16)}}`),
  "padded code points": (text) => codes(text, (code) => `\\u{0000${code.toString(16)}}`),
  "JSON in JSON": (text) => JSON.stringify(escaped(text)),
  "URL twice": (text) => codes(text, (code) => `%25${code.toString(16)}`),
  "URL three times": (text) => codes(text, (code) => `%2525${code.toString(16)}`),
  "upper-case URL": (text) => codes(text, (code) => `%${code.toString(16).toUpperCase()}`),
  "entities of entities": (text) => codes(text, (code) => `&amp;#${code};`),
  "entities without an end": (text) => codes(text, (code) => `&#${code}`),
  "named entities around": (text) => `&quot;${codes(text, (code) => `&#x${code.toString(16)};`)}&quot;`,
  "named entities around base64": (text) => `&lt;${Buffer.from(text).toString("base64")}&gt;`,
  "base64 in lines": (text) => Buffer.from(text).toString("base64").replace(/.{5}/g, "$&\r\n  "),
  "base64 in a JSON text of lines": (text) =>
    JSON.stringify(Buffer.from(text).toString("base64").replace(/.{5}/g, "$&\n")),
  "base64 in a URL": (text) => encodeURIComponent(Buffer.from(text).toString("base64")),
  "hex with colons": (text) => hex(text).replace(/..(?!$)/g, "$&:"),
  base64: (text) => Buffer.from(text).toString("base64"),
  base64url: (text) => Buffer.from(text).toString("base64url"),
};

const base64At = (part: string, shift: number) =>
  Buffer.from("\0".repeat(shift) + part)
    .toString("base64")
    .slice(Math.ceil((shift * 8) / 6), Math.ceil((shift * 8) / 6) + 10);

const escapes =
  /\\+[ux]\{?0*([0-9a-f]{2})\}?|%(?:25)*([0-9a-f]{2})|&(?:amp;)*#x0*([0-9a-f]{2});?|&(?:amp;)*#(\d+);?/gi;

/** The text without escapes, as a reader with a decoder sees it. */
const decoded = (text: string) =>
  text.replace(escapes, (_, ...found: (string | undefined)[]) => {
    const [backslash, url, entity, decimal] = found;
    const digits = backslash ?? url ?? entity;
    return String.fromCharCode(digits === undefined ? Number(decimal) : Number.parseInt(digits, 16));
  });

/** Stretches of eight characters of a key that can be read off a text, in any encoding and over the ends of lines. */
export function leaksOf(text: string, key: string): string[] {
  const plain = decoded(text) + decoded(text.replace(/\s+/g, ""));
  const numbers = (text.match(/\d+/g) ?? []).map((one) => String.fromCharCode(Number(one))).join("");
  const octal = (text.match(/\\\d{3}/g) ?? [])
    .map((one) => String.fromCharCode(Number.parseInt(one.slice(1), 8)))
    .join("");
  const digits = text.toLowerCase().replace(/0x|[^0-9a-z]/g, "");
  const letters = text
    .replace(/\\[nrt]|[^A-Za-z0-9+/_-]/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  const parts = Array.from({ length: key.length - 7 }, (_, at) => key.slice(at, at + 8));
  return parts.filter(
    (part) =>
      [plain, numbers, octal].some((view) => view.includes(part)) ||
      digits.includes(hex(part)) ||
      [0, 1, 2].some((shift) => letters.includes(base64At(part, shift).replaceAll("-", "+"))),
  );
}
