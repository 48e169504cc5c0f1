/** 文件无法写入的原因和办法，按 config-unwritable 的 variant。 */
export const unwritable: Readonly<Record<string, { readonly detail: string; readonly remedy: string }>> = {
  "read-only-file": { detail: "文件被设为只读。", remedy: "给文件所有者写权限：chmod u+w" },
  "hard-link": {
    detail: "文件还有另一个名字（硬链接），替换它会使两者分开。",
    remedy: "把另一个名字改成符号链接，或复制文件使其只有一个名字。",
  },
  busy: {
    detail: "文件是单独挂载的（容器中常见），无法一步替换。",
    remedy: "挂载它所在的目录，而不是单个文件。OpenClaw 也需要这样。",
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
    remedy: "放宽大小限制（ulimit -f）或配额，然后重新运行命令。",
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
