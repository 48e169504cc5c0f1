import type { TextVariant } from "../../../core/problem/index.ts";
import type { ProblemWords } from "../../words.ts";
import { billing, doctor } from "./shared.ts";

/** A key or client that may not do what was asked, by what it lacks: the variants of `other`. */
export const permissions: { readonly [Variant in TextVariant]?: ProblemWords } = {
  permission: {
    title: "The key lacks a permission for this",
    remedy: "Give the key the scope that the text names, or use another key.",
  },
  "ip-allowlist": {
    title: "The key does not allow this IP address",
    remedy: `Add this machine's address to the key's allowlist at ${billing}, or use a key without one.`,
  },
  group: {
    title: "The key's group no longer exists, or is not yours",
    remedy: `Choose another group for the key at ${billing}, or create a new key.`,
  },
  policy: {
    title: "The account's privacy settings exclude every provider of this model",
    remedy: "Allow one in the settings of the service that answered, or use the model through AIsa.",
  },
  "gateway-token": {
    title: "OpenClaw's own gateway rejects this client",
    remedy: "Check OpenClaw's own token or pairing; the API key is not the cause.",
    commands: ["openclaw dashboard", "openclaw doctor"],
  },
  hidden: {
    title: "No answer arrived, and the text does not say why",
    detail: "The name, the route, the certificate or a proxy can be the cause.",
    remedy: "Let doctor test each step of the way.",
    commands: [doctor],
  },
  blocked: {
    title: "A firewall in front of the provider blocked the request",
    detail:
      "It blocks the address of this machine or its proxy, or the program that sends the request; the key is not the cause.",
    remedy: "Try another network or proxy; with a gateway of your own, let its firewall pass OpenClaw.",
    commands: [doctor],
  },
  client: {
    title: "The provider allows only certain programs to use this model",
    remedy: "Use the same model through AIsa, or another model.",
  },
};
