import type { UnwritableReason } from "../../../core/problem/index.ts";
import type { files as english } from "../../en/problems/files.ts";
import { interrupted } from "./interrupted.ts";
import { beyondLimit } from "./limits.ts";
import { doctor, tool } from "./shared.ts";

const unwritable: Record<UnwritableReason, { readonly detail: string; readonly remedy: string }> = {
  "read-only-file": { detail: "文件被设为只读。", remedy: "给文件所有者写权限。" },
  "hard-link": {
    detail: "文件还有另一个名字（硬链接），替换它会使两者分开。",
    remedy: "把另一个名字改成符号链接，或复制文件使其只有一个名字。",
  },
  busy: {
    detail: "文件是单独挂载的（容器中常见），无法一步替换。",
    remedy: "挂载它所在的目录，而不是单个文件。OpenClaw 也需要这样。",
  },
  held: {
    detail: "另一个程序正打开着这个文件，一直没有关闭。",
    remedy: "请关闭正在使用它的程序（编辑器、OneDrive 等同步程序或杀毒软件），然后重新运行该命令。",
  },
  "cross-device": {
    detail: "文件与其所在目录不在同一个文件系统。",
    remedy: "挂载它所在的目录，而不是单个文件。OpenClaw 也需要这样。",
  },
  "read-only-system": {
    detail: "它所在的文件系统以只读方式挂载。",
    remedy: "在配置的来源处修改，或以可写方式挂载该目录。",
  },
  "size-limit": {
    detail: "系统不允许这么大的文件。",
    remedy: "提高文件大小的上限或配额，然后重新运行该命令。",
  },
  "no-folder": {
    detail: "它的目录不存在，或是一个文件。",
    remedy: "检查路径：它由 --config、OPENCLAW_CONFIG_PATH 和 OPENCLAW_STATE_DIR 决定。",
  },
  "not-a-file": {
    detail: "该路径是目录或设备，不是文件。",
    remedy: "移走它，或用 --config 指定配置文件。",
  },
  "link-loop": { detail: "它的符号链接首尾相连。", remedy: "改正该链接。" },
  owner: { detail: "它属于另一个用户，写入后所有者会改变。", remedy: "以该用户身份运行命令。" },
};

const systemSays = (detail: string | undefined) => (detail ? { detail: `系统提示：${detail}` } : {});

/** 读取、写入和恢复文件。 */
export const files: typeof english = {
  "config-unwritable": ({ file, variant, detail }, _problem, shell) => ({
    title: `无法写入 ${file}`,
    ...systemSays(detail),
    remedy: "请让当前用户可以写入该文件及其所在目录。",
    ...(variant ? unwritable[variant] : {}),
    ...(variant === "read-only-file" ? { commands: [shell.makeWritable(file)] } : {}),
  }),
  "config-unreadable": (params) =>
    params.variant === "system" || params.variant === "held"
      ? {
          title: `无法读取 ${params.file}`,
          ...systemSays(params.detail),
          remedy: "请让当前用户可以读取它。",
          ...(params.variant === "held" ? unwritable.held : {}),
        }
      : beyondLimit(params),
  "config-changed": ({ file }) => ({
    title: `${file} 在此期间被其他程序改动`,
    detail: "为避免丢失改动，没有写入任何内容。",
    remedy: "重新运行该命令。",
  }),
  "config-locked": (params) => ({
    title: `${params.file} 已被${params.variant === "held" && params.pid ? `进程 ${params.pid} ` : ""}锁定`,
    detail:
      params.variant === "not-a-file"
        ? `${params.lock} 不是普通文件，OpenClaw 也因此无法写入配置。`
        : "OpenClaw 或其他程序正在写入，等待后仍未释放。",
    remedy: `等该程序结束后重新运行命令。如果没有程序在写入，删除 ${params.lock}。`,
  }),
  "config-not-saved": ({ file, detail }) => ({
    title: `${file} 未能保存；原文件保持不变`,
    ...systemSays(detail),
    remedy: "重新运行该命令。",
  }),
  "disk-full": ({ file }) => ({
    title: `磁盘已满：没有写入 ${file}`,
    detail: "原文件保持不变。",
    remedy: "释放一些空间后重新运行命令。",
  }),
  "interrupted-change": interrupted,
  "written-not-verified": (params) =>
    params.variant === "changed-since"
      ? {
          title: `${params.file} 已不是刚刚写入的内容`,
          detail: `现在缺少：${params.missing}`,
          remedy:
            "其他程序改动了它，或 OpenClaw 恢复了旧文件（此时写入的内容在 openclaw.json.clobbered.* 中）。请重新运行该命令。",
          commands: [doctor],
        }
      : {
          title: `${params.file} 已写入，但写后检查未能完成`,
          ...(params.detail ? { detail: params.detail } : {}),
          commands: [doctor],
        },
  "nothing-to-undo": ({ backup }) => ({
    title: backup
      ? `没有可撤销的内容：文件已与备份 ${backup} 一致`
      : "没有可撤销的内容：没有本工具的改动记录",
  }),
  "changed-since": ({ file }) => ({
    title: `${file} 在本工具上次写入之后又被改动`,
    detail: "恢复旧文件会丢失后来的改动。",
    remedy: "用 --dry-run 查看差异；加 --yes 则仍然恢复旧文件。",
    commands: [`${tool} undo --dry-run`],
  }),
};
