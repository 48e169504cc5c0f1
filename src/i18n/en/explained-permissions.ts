import type { ProblemWords } from "../words.ts";
import { billing, doctor } from "./explained-words.ts";

/** Words for a key that may not do what was asked, by what it lacks. */
export const permissions: Readonly<Record<string, ProblemWords>> = {
  permission: {
    title: "The key lacks a permission for this",
    remedy: "Give the key the scope that the text names, or use another key.",
  },
  "ip-allowlist": {
    title: "The key may not be used from this IP address",
    remedy: `Add this machine's address to the key's allowlist at ${billing}, or use a key without one.`,
  },
  group: {
    title: "The key's group is not served any more, or is not yours",
    remedy: `Choose another group for the key at ${billing}, or make a new key.`,
  },
  policy: {
    title: "The account's privacy settings rule every provider of this model out",
    remedy: "Allow one in the settings of the service that answered, or use the model through AIsa.",
  },
  "gateway-token": {
    title: "OpenClaw's own gateway does not accept this client",
    remedy: "It is about OpenClaw's token or pairing, not about the API key.",
    commands: ["openclaw dashboard", "openclaw doctor"],
  },
  hidden: {
    title: "No answer came, and the text does not say why",
    detail: "The name, the route, the certificate or a proxy can be at fault.",
    remedy: "Let doctor try each step of the way.",
    commands: [doctor],
  },
  blocked: {
    title: "A firewall in front of the provider refused the request",
    detail:
      "It goes by the address of this machine or its proxy, or by the program that asks; not by the key.",
    remedy: "Try another network or proxy; with a gateway of your own, let its firewall pass OpenClaw.",
    commands: [doctor],
  },
  client: {
    title: "The provider lets only certain programs use this model",
    remedy: "Use the same model through AIsa, or another model.",
  },
};
