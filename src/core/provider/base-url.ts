/** AIsa's own base URL (aisa.one documentation, 2026-06-04). */
export const defaultBaseUrl = "https://api.aisa.one/v1";

/** A base URL as it will be used, and whether it had to be corrected. */
export interface BaseUrl {
  readonly url: string;
  readonly corrected: boolean;
}

// What people paste behind the base: the endpoint itself, or its web page's anchor.
const endpoint = /\/(?:chat\/completions|completions|models|responses|messages)\/?$/;

/**
 * Corrects a base URL: no spaces or quotes, no endpoint, query or fragment behind it, `/v1` exactly once.
 * Out: undefined when it is no http(s) URL, or carries a user name or password.
 */
export function normalizeBaseUrl(text: string): BaseUrl | undefined {
  const bare = text.trim().replace(/^["'`]|["'`]$/g, "");
  let url: URL;
  try {
    url = new URL(bare);
  } catch {
    return undefined; // not a URL at all; the caller says so
  }
  if (!["http:", "https:"].includes(url.protocol) || url.username || url.password) return undefined;
  let path = url.pathname.replace(/\/+/g, "/").replace(endpoint, "").replace(/\/+$/, "");
  while (/\/v1\/v1$/.test(path)) path = path.slice(0, -3);
  if (!/\/v\d+\w*$/.test(path)) path += "/v1";
  const normal = `${url.protocol}//${url.host}${path}`;
  return { url: normal, corrected: normal !== text };
}

/** Whether a URL carries a user name or a password; then {@link withoutLogin} shows it. */
export const hasLogin = (text: string): boolean => /^\s*["'`]?[a-z]+:\/\/[^/?#]*@/i.test(text);

/** A URL without its user name and password. */
export const withoutLogin = (text: string): string => text.replace(/\/\/[^/?#]*@/, "//");

/**
 * Puts the values of `${NAME}` into a text, as OpenClaw does (names in capitals only).
 * Out: undefined where one of the variables has no value.
 */
export function withVariables(
  text: string,
  lookup: (name: string) => string | undefined,
): string | undefined {
  let known = true;
  const filled = text.replace(/\$\{([A-Z_][A-Z0-9_]*)\}/g, (_, name: string) => {
    const value = lookup(name);
    known &&= value !== undefined && value !== "";
    return value ?? "";
  });
  return known ? filled : undefined;
}

/** Whether a URL leads to this machine, by its parsed host: `127.0.0.1.evil.example` does not. */
export function isLoopbackUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  return /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/.test(new URL(text).hostname);
}
