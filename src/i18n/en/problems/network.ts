import type { ParamsOf } from "../../../core/problem/index.ts";
import { grouped } from "../../grouped.ts";
import type { ProblemWords, TextsOf } from "../../words.ts";
import { counted } from "../counts.ts";
import { AHost, aHost, doctor, rejectsConfig, span, tool, wait } from "./shared.ts";

/** ALL_PROXY is set and nothing reads it: likely why there is no way out. */
const unreadProxy = (title: string, source: string): ProblemWords => ({
  title,
  detail: `${source} is set, but neither OpenClaw nor this program reads it.`,
  remedy: "If this network needs the proxy, set HTTPS_PROXY to its http:// address.",
  commands: [doctor],
});

function proxyError(params: ParamsOf<"proxy-error">): ProblemWords {
  const { source } = params;
  if (params.variant === "malformed")
    return {
      title: `${source} is not an http:// or https:// address`,
      detail:
        "OpenClaw and this program support no other proxy: no socks5://, and no address without http://.",
      remedy: "Write it as http://host:port, with the proxy's port for HTTP; or unset it.",
      commands: [doctor],
    };
  if (params.variant === "unreachable")
    return {
      title: `Nothing answers at the proxy in ${source}`,
      detail: "The proxy program is not running, or has another address or port.",
      remedy: `Start it, or correct ${source}; to connect without it, unset it or add the gateway to NO_PROXY.`,
      commands: [doctor],
    };
  if (params.variant === "password")
    return {
      title: `The proxy in ${source} requires a user and a password`,
      remedy: "Write them into the address: http://user:password@host:port.",
      commands: [doctor],
    };
  return {
    title: `The proxy${source ? ` ${source}` : ""} did not pass the request on`,
    detail: "It is not running, has another port, or requires a password.",
    remedy:
      "Start it, or correct HTTPS_PROXY; to connect without it, unset it or add the gateway to NO_PROXY.",
    commands: [doctor],
  };
}

function baseUrl(params: ParamsOf<"wrong-base-url">): ProblemWords {
  switch (params.variant) {
    case "plain-http":
      return {
        title: "The key crosses the network in clear text",
        detail: "The base URL starts with http:, so anyone on the way can read the key.",
        remedy: params.replacement.startsWith("https:")
          ? `Change it to ${params.replacement}.`
          : "Use https: if that gateway supports it, or run the gateway on this machine.",
      };
    case "missing":
      return {
        title: "The provider has no base URL",
        detail: rejectsConfig,
        remedy: `Set it to ${params.replacement}.`,
      };
    case "refused-port":
      return {
        title: `The base URL's port is one that Node never connects to`,
        detail:
          "fetch in Node and in browsers refuses the ports of some other services, for example 25 and 6000.",
        remedy: "Let the gateway listen on another port, and change the base URL to it.",
        commands: [doctor],
      };
    case "configured":
      return {
        title: "The base URL leads to the wrong place",
        detail: "It must be an address that ends in /v1, once, with nothing after it.",
        remedy: `Change it to ${params.replacement}.`,
      };
    default:
      return {
        title: "The base URL leads to the wrong place",
        detail: params.detail
          ? `The answer: ${params.detail}`
          : "A 404 or a web page came instead of an answer: /v1 is missing or doubled, or the host is wrong.",
        remedy:
          "AIsa's base URL is https://api.aisa.one/v1. A page of Cloudflare means that a firewall blocked the request.",
        commands: [`${doctor} --fix`],
      };
  }
}

/** The way to the gateway, and answers that are not the gateway's. */
export const network: TextsOf<
  | "network-dns"
  | "network-timeout"
  | "network-refused"
  | "tls-error"
  | "proxy-error"
  | "captive-portal"
  | "clock-skew"
  | "wrong-base-url"
  | "invalid-base-url"
  | "upstream-5xx"
  | "unexpected-answer"
  | "too-large-answer"
  | "redirect-refused"
> = {
  "network-dns": (params) =>
    params.variant === "unread-proxy"
      ? unreadProxy(`The name ${params.host} cannot be resolved`, params.source)
      : {
          title: `The name ${params.host ?? "of the gateway"} cannot be resolved`,
          detail: "The name is mistyped, the network is down, or its DNS server does not answer.",
          remedy: "Check the base URL and the network; inside Docker, the container's DNS.",
          commands: [doctor],
        },
  "network-timeout": (params) =>
    params.variant === "unread-proxy"
      ? unreadProxy(`The request to ${params.host} timed out`, params.source)
      : {
          title: `The request to ${aHost(params)} timed out`,
          detail:
            params.variant === "hidden"
              ? "OpenClaw says the same when the connection is refused."
              : "The network or a proxy is slow, or the model thinks for a long time.",
          remedy: "Try again; if it repeats, let doctor time each step of the way.",
          commands: [doctor],
        },
  "network-refused": (params) =>
    params.variant === "unread-proxy"
      ? unreadProxy(`No connection to ${params.host}`, params.source)
      : {
          title: `No connection to ${aHost(params)}`,
          detail: "Nothing listens there, a firewall refuses it, or the connection was cut.",
          remedy: "Check the host and port of the base URL, and whether this network requires a proxy.",
          commands: [doctor],
        },
  "tls-error": (params, _problem, shell) => ({
    title: `The secure connection to ${aHost(params)} failed`,
    detail:
      "The certificate is not trusted: often a company's proxy or antivirus replaces it, or the clock is wrong.",
    remedy: `Let Node trust the company's certificate: ${shell.setVariable("NODE_EXTRA_CA_CERTS", "/path/to/ca.pem")} (never turn the check off)`,
    commands: [doctor],
  }),
  "proxy-error": proxyError,
  "captive-portal": ({ host }) => ({
    title: `A page of this network answers instead of ${host}`,
    remedy: "Open a browser and sign in to the network.",
  }),
  "clock-skew": ({ variant, seconds }) => ({
    title: `This machine's clock is ${span(seconds)} ${variant}`,
    remedy: "Set the clock: certificates are checked against it.",
  }),
  "wrong-base-url": baseUrl,
  "invalid-base-url": ({ url, source, variant }) => ({
    title: `${url} is not a valid base URL${source ? ` (${source})` : ""}`,
    detail:
      variant === "credentials"
        ? "It has a user name or a password before the host, which is not sent to the gateway. The key is set on its own."
        : "A base URL starts with https:// (or http://), names a host, and ends in /v1.",
    remedy: "AIsa's own: --base-url https://api.aisa.one/v1",
  }),
  "upstream-5xx": (params) => ({
    title: "The gateway or the vendor behind it failed",
    detail:
      params.variant === "hidden"
        ? "OpenClaw hides the gateway's own sentence: it can also be a name that the gateway does not list."
        : params.status
          ? `It answered ${params.status}. The config is not the cause.`
          : "The config is not the cause.",
    remedy: `${wait(params)} If it continues, use another model for now.`,
    commands: [params.variant === "hidden" ? doctor : `${tool} models test`, `${tool} models list`],
  }),
  "unexpected-answer": (params) => ({
    title: `The answer from ${aHost(params)} is not an API response`,
    ...(params.detail ? { detail: params.detail } : {}),
    remedy: "Check the base URL, and whether a proxy or a login page is in between.",
    commands: [doctor],
  }),
  "too-large-answer": (params) =>
    params.variant === "long-list"
      ? {
          title: `${AHost(params)} lists ${counted(params.count ?? 0, "model")}; at most ${grouped(params.limit ?? 0)} are supported`,
          detail: "The list was not used. The base URL and the key work.",
          remedy: "Use a key that lists fewer models, or add --offline to work without the list.",
        }
      : {
          title: `${AHost(params)} sent a response larger than 4 MiB; gave up`,
          remedy: "Check that the base URL is the gateway's, or add --offline to work without its answer.",
        },
  "redirect-refused": (params) => ({
    title: `${AHost(params)} redirects the request to ${params.url ?? "another address"}`,
    detail: "The redirect was not followed: the key goes to the chosen base URL only.",
    remedy: "If the new address is right, pass it with --base-url.",
  }),
};
