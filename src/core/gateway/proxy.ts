/** Environment variables; only the proxy settings are read. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/** The proxy setting that holds for a URL. */
export interface ProxySetting {
  /** The variable that decided, such as `HTTPS_PROXY`. */
  readonly variable: string;
  /** Its value as an http(s) URL; undefined when it is none. May hold a password: not for showing. */
  readonly url: string | undefined;
  /** What may be shown: scheme, host and port; just the host part of a value that is no URL. */
  readonly shown: string;
}

/**
 * Which proxy a URL is to be fetched through, undefined for none. The rules are those of undici's
 * EnvHttpProxyAgent, which OpenClaw uses too: lower-case names first, HTTP_PROXY serves https URLs when
 * HTTPS_PROXY is not set, NO_PROXY lists hosts (`host`, `host:port`, `.suffix`, `*`), ALL_PROXY is ignored.
 */
export function proxyFor(target: string, env: ProxyEnvironment): ProxySetting | undefined {
  const url = new URL(target);
  const http = setting(env, "http_proxy");
  const found = url.protocol === "https:" ? (setting(env, "https_proxy") ?? http) : http;
  if (found === undefined || bypassed(url, env["no_proxy"] ?? env["NO_PROXY"] ?? "")) return undefined;
  return describe(found.variable, found.value);
}

interface Found {
  readonly variable: string;
  readonly value: string;
}

function setting(env: ProxyEnvironment, lower: string): Found | undefined {
  for (const variable of [lower, lower.toUpperCase()]) {
    const value = env[variable];
    if (value !== undefined) return value === "" ? undefined : { variable, value };
  }
  return undefined;
}

function bypassed(url: URL, list: string): boolean {
  if (list.trim() === "*") return true;
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  return list
    .split(/[,\s]/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      const [, host, entryPort] = /^(.+):(\d+)$/.exec(entry) ?? [undefined, entry, undefined];
      if (entryPort !== undefined && Number(entryPort) !== port) return false;
      const bare = (host ?? entry).replace(/^\*?\./, "").toLowerCase();
      return url.hostname === bare || url.hostname.endsWith(`.${bare}`);
    });
}

function describe(variable: string, value: string): ProxySetting {
  const text = value.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    return { variable, url: undefined, shown: text.replace(/^.*@/s, "").slice(0, 120) };
  }
  const url = new URL(text);
  return { variable, url: url.href, shown: `${url.protocol}//${url.host}` };
}
