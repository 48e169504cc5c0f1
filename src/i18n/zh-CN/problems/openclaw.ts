import type { openclaw as english } from "../../en/problems/openclaw.ts";
import { doctor, join, tool } from "./shared.ts";

/** 已安装的 OpenClaw、它的插件，以及技能。 */
export const openclaw: typeof english = {
  "openclaw-missing": ({ required }) => ({
    title: "PATH 中没有 openclaw",
    detail: `此操作需要 OpenClaw${required ? ` ${required} 或更新版本` : ""}。`,
    commands: ["npm install -g openclaw"],
  }),
  "openclaw-too-old": (params) => ({
    title: `OpenClaw ${params.version} 版本过旧${params.variant === "command" ? "" : `，不支持 ${params.path}`}`,
    detail: `需要 ${params.required} 或更新版本。${
      params.variant === "key"
        ? "更旧的版本会拒绝整个配置，无法启动。"
        : params.variant === "plugin"
          ? "插件在更旧的版本中不起作用。"
          : ""
    }`,
    commands: ["openclaw update"],
  }),
  "openclaw-not-runnable": ({ detail }) => ({
    title: "找到了 OpenClaw，但它在此无法运行",
    ...(detail ? { detail } : {}),
    remedy: "通常是需要更新的 Node：OpenClaw 2026.9.6 需要 Node 24.16 或更新版本。",
  }),
  "refused-by-openclaw": ({ variant, version, detail }) => ({
    title: `OpenClaw ${version ? `${version} ` : ""}不接受改动后的配置`,
    ...(detail ? { detail } : {}),
    remedy:
      variant === "changed-since"
        ? "其间有其他程序改动了该文件，因此没有恢复；请先查看该文件。"
        : "所有文件已恢复原样。",
    commands: [doctor],
  }),
  "unsupported-node": ({ version, required }) => ({
    title: `OpenClaw 不支持 Node ${version}`,
    remedy: `请使用 ${required} 或更新版本。`,
  }),
  "plugin-conflict": ({ provider, plugins }) => ({
    title: `另有插件也提供 ${provider}：${join(plugins)}`,
    detail: "由哪一个响应取决于 OpenClaw 的加载顺序。",
    remedy: "只保留其中一个。",
    commands: plugins.map((id) => `openclaw plugins disable ${id}`),
  }),
  "plugin-refused": ({ version, detail }) => ({
    title: `OpenClaw ${version} 没有改动插件`,
    ...(detail ? { detail: `它的说明：${detail}` } : {}),
    commands: [`${tool} plugin status`],
  }),
  "skill-changed": ({ file }) => ({
    title: `${file} 已被他人修改`,
    detail: "文件保持原样。",
    remedy: "用 --dry-run 查看差异；加 --yes 仍会替换它，undo 可以恢复。",
    commands: [`${tool} skill install --dry-run`],
  }),
};
