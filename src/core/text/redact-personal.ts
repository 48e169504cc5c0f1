import { redact } from "./redact.ts";

const group = "[0-9a-f]{1,4}";
const quad = "(?:\\d{1,3}\\.){3}\\d{1,3}";
// Loopback addresses stay: they mean a program on this machine, such as a local proxy.
const isLoopback = (address: string) => /^(?:127\.|0\.0\.0\.0$|::1$)/.test(address);
const ipv4 = new RegExp(`(?<![\\w.])${quad}(?![\\w.]*\\w\\.\\w)\\b`, "g");
// Eight groups, or fewer around `::`: a time of day such as 12:34:56 is none.
const ipv6 = new RegExp(
  `(?<![\\w:])(?:(?:${group}:){7}${group}|${group}(?::${group}){0,6}::(?:${group}(?::${group}){0,6})?|::${group}(?::${group}){0,6})` +
    `(?::?${quad})?(?:%[\\w.-]{1,16})?(?![\\w:])`,
  "gi",
);
const mail = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const homes = /(?:\/(?:home|Users)\/|\b[A-Za-z]:(?:\\{1,2}|\/)Users(?:\\{1,2}|\/))[^\s\\/"'`:,;|)]{1,64}/g;
const partialKeys = /[\w-]{0,24}\*{3,}[\w-]{0,24}|\bsk-\.{2,}[\w-]{0,24}/g;

/** Hides IP addresses, except those that `spares` accepts. */
export function hideAddresses(text: string, spares: (address: string) => boolean = () => false): string {
  const hide = (address: string) => (spares(address) ? address : "<ip>");
  return text.replace(ipv6, hide).replace(ipv4, hide);
}

/**
 * Hides what tells about a person in a text from elsewhere, keys first: IP addresses but loopback, e-mail
 * addresses, home folders (become `~`) and keys that someone blotted out in part. `secrets` as for {@link redact}.
 */
export function hidePersonal(text: string, secrets: readonly string[]): string {
  const named = redact(text, secrets)
    .replace(partialKeys, "***")
    .replace(mail, "<e-mail>")
    .replace(homes, "~");
  return hideAddresses(named, isLoopback);
}
