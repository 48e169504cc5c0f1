import { describe, expect, it } from "vitest";
import { proxyFor } from "../../../src/core/gateway/proxy.ts";

const target = "https://api.aisa.one/v1/models";
const proxy = "http://proxy.test:8080";
const direct = undefined;

describe("proxyFor", () => {
  const chosen: readonly [string, Record<string, string>, string, string | undefined][] = [
    ["nothing set", {}, target, direct],
    ["the variable of the scheme", { HTTPS_PROXY: proxy }, target, "HTTPS_PROXY"],
    ["lower case first", { HTTPS_PROXY: "http://other", https_proxy: proxy }, target, "https_proxy"],
    ["HTTP_PROXY serves https too", { HTTP_PROXY: proxy }, target, "HTTP_PROXY"],
    ["HTTPS_PROXY does not serve http", { HTTPS_PROXY: proxy }, "http://gateway.test/v1", direct],
    ["an empty variable", { https_proxy: "", HTTPS_PROXY: proxy }, target, direct],
    ["ALL_PROXY is ignored", { ALL_PROXY: proxy }, target, direct],
    ["loopback goes through it as well", { HTTP_PROXY: proxy }, "http://127.0.0.1:3/v1", "HTTP_PROXY"],
    ["NO_PROXY everything", { HTTPS_PROXY: proxy, NO_PROXY: "*" }, target, direct],
    ["NO_PROXY host", { HTTPS_PROXY: proxy, NO_PROXY: "localhost, API.aisa.one" }, target, direct],
    ["NO_PROXY parent domain", { HTTPS_PROXY: proxy, no_proxy: "aisa.one" }, target, direct],
    ["NO_PROXY suffix", { HTTPS_PROXY: proxy, no_proxy: ".aisa.one" }, target, direct],
    ["NO_PROXY *.suffix", { HTTPS_PROXY: proxy, no_proxy: "*.aisa.one" }, target, direct],
    ["NO_PROXY end of another name", { HTTPS_PROXY: proxy, NO_PROXY: "isa.one" }, target, "HTTPS_PROXY"],
    ["NO_PROXY port", { HTTPS_PROXY: proxy, NO_PROXY: "api.aisa.one:443" }, target, direct],
    ["NO_PROXY other port", { HTTPS_PROXY: proxy, NO_PROXY: "api.aisa.one:8443" }, target, "HTTPS_PROXY"],
  ];
  it.each(chosen)("%s", (_name, env, url, variable) => {
    expect(proxyFor(url, env)?.variable).toBe(variable);
  });

  const shown: readonly [string, string | undefined, string][] = [
    ["http://proxy.test:8080", "http://proxy.test:8080/", "http://proxy.test:8080"],
    ["http://me:secret@proxy.test:8080", "http://me:secret@proxy.test:8080/", "http://proxy.test:8080"],
    ["me:secret@proxy.test:8080", undefined, "proxy.test:8080"],
    ["proxy.test:8080", undefined, "proxy.test:8080"],
    ["socks5://proxy.test:1080", undefined, "socks5://proxy.test:1080"],
    ["http://", undefined, "http://"],
  ];
  it.each(shown)("%s", (value, url, text) => {
    expect(proxyFor(target, { HTTPS_PROXY: value })).toEqual({ variable: "HTTPS_PROXY", url, shown: text });
  });
});
