import { redact } from "./redact.ts";

// Loopback stays: it says that a program on this machine is meant, a local proxy for one.
const ipv4 = /(?<![\w.])(?!127\.|0\.0\.0\.0)\d{1,3}(?:\.\d{1,3}){3}(?![\w.]*\w\.\w)\b/g;
const ipv6 = /(?<![\w:])(?=[0-9a-f:]{0,45}:[0-9a-f:]{0,45}:)(?:[0-9a-f]{1,4}:{1,2}){2,7}[0-9a-f]{1,4}\b/gi;
const mail = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const homes = /(?:\/(?:home|Users)\/|\b[A-Za-z]:\\{1,2}Users\\{1,2})[^\s\\/"'`:,;)]{1,64}/g;
const partialKeys = /[\w-]{0,24}\*{3,}[\w-]{0,24}|\bsk-\.{2,}[\w-]{0,24}/g;

/**
 * Hides what tells about a person in a text from elsewhere, keys first: IP addresses but loopback, e-mail
 * addresses, home folders (become `~`) and keys that somebody blotted out in part. `secrets` as for {@link redact}.
 */
export function hidePersonal(text: string, secrets: readonly string[]): string {
  return redact(text, secrets)
    .replace(partialKeys, "***")
    .replace(mail, "<e-mail>")
    .replace(homes, "~")
    .replace(ipv4, "<ip>")
    .replace(ipv6, "<ip>");
}
