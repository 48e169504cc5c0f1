import type { TextsOf } from "../../words.ts";
import { doctor, join, tool } from "./shared.ts";

/** The installed OpenClaw, its plugins, and the skill. */
export const openclaw: TextsOf<
  | "openclaw-missing"
  | "openclaw-too-old"
  | "openclaw-not-runnable"
  | "refused-by-openclaw"
  | "unsupported-node"
  | "plugin-conflict"
  | "plugin-refused"
  | "skill-changed"
> = {
  "openclaw-missing": ({ required }) => ({
    title: "openclaw is not on PATH",
    detail: `This needs OpenClaw${required ? ` ${required} or newer` : ""}.`,
    commands: ["npm install -g openclaw"],
  }),
  "openclaw-too-old": (params) => ({
    title: `OpenClaw ${params.version} is too old for ${params.variant === "command" ? "this" : params.path}`,
    detail: `It needs ${params.required} or newer.${
      params.variant === "key"
        ? " An older one rejects the whole config and does not start."
        : params.variant === "plugin"
          ? " In an older one the plugin has no effect."
          : ""
    }`,
    commands: ["openclaw update"],
  }),
  "openclaw-not-runnable": ({ detail }) => ({
    title: "OpenClaw is installed but does not run here",
    ...(detail ? { detail } : {}),
    remedy: "It often requires a newer Node: OpenClaw 2026.9.6 requires Node 24.16 or newer.",
  }),
  "refused-by-openclaw": ({ variant, version, detail }) => ({
    title: `OpenClaw${version ? ` ${version}` : ""} rejects the changed config`,
    ...(detail ? { detail } : {}),
    remedy:
      variant === "changed-since"
        ? "Another program changed the file in the meantime, so nothing was restored: check it before you go on."
        : "The previous files were restored.",
    commands: [doctor],
  }),
  "unsupported-node": ({ version, required }) => ({
    title: `OpenClaw does not support Node ${version}`,
    remedy: `Use ${required} or newer.`,
  }),
  "plugin-conflict": ({ provider, plugins }) => ({
    title: `Another plugin provides ${provider} too: ${join(plugins)}`,
    detail: "Which of them answers depends on the order in which OpenClaw loads them.",
    remedy: "Keep one of them.",
    commands: plugins.map((id) => `openclaw plugins disable ${id}`),
  }),
  "plugin-refused": ({ version, detail }) => ({
    title: `OpenClaw ${version} did not change the plugin`,
    ...(detail ? { detail: `It says: ${detail}` } : {}),
    commands: [`${tool} plugin status`],
  }),
  "skill-changed": ({ file }) => ({
    title: `${file} was changed by someone else`,
    detail: "It was left unchanged.",
    remedy: "Compare with --dry-run; --yes replaces it anyway, and undo restores it.",
    commands: [`${tool} skill install --dry-run`],
  }),
};
