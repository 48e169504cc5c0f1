import type { Messages } from "../messages.ts";

/** plugin 命令的用语，以及 onboard 提议安装插件时的用语。 */
export const plugin: Messages["plugin"] = {
  willRun: "要运行的命令：",
  rewrites: "plugins.entries.aisa（OpenClaw 会重写该文件：注释会丢失，并保留 .bak）",
  entryGoes: "删除 plugins.entries.aisa",
  environmentBeatsBlock: (variable) =>
    `装上插件后，环境变量 ${variable} 优先于 models.providers.aisa 里的密钥。`,
  offer: "插件可装可不装。安装由 OpenClaw 完成，它会重写配置文件：注释会丢失，并保留 .bak。",
  blockHidesCatalog: "装上插件后，OpenClaw 仍只列出 models.providers.aisa 里的模型；其他模型写出名称就能用。",
  confirm: "安装插件吗？",
  confirmRemove: "移除插件吗？",
  installing: (version) => `OpenClaw ${version} 正在安装插件`,
  installed: (version) => `已安装  OpenClaw ${version} 可以加载该插件`,
  restart: "若网关正在运行，请重启后生效：openclaw gateway restart",
  tryIt: "然后：openclaw models list --provider aisa --all",
  present: (own, version) => `OpenClaw ${version} 已装有该插件（${own}），且能加载`,
  notLoaded: (reason) => `插件已安装但无法加载：${reason}`,
  absent: (version) => `OpenClaw ${version} 没有安装该插件：无需移除`,
  removed: (version) => `OpenClaw ${version} 已移除该插件`,
  blockStays: "models.providers.aisa 保留并继续可用。已保存的登录也保留。",
  noBlock: "配置中没有 models.providers.aisa：aisa/… 将不可用。openclaw-aisa onboard 会写入它。",
  noOpenClaw: "PATH 中没有 openclaw：无法安装插件",
  brokenOpenClaw: (reason) => `找到了 OpenClaw，但它在此无法运行：${reason}`,
  inert: (version) => `OpenClaw ${version} 不支持该插件；需要 2026.4.15 或更新版本`,
  notInstalled: "未安装插件",
  unknown: (reason) => `无法确定插件是否已安装（${reason}）`,
  loaded: (version) => `插件已安装并能加载（${version}）`,
  keySet: (variable) => `当前环境已设置 ${variable}`,
  keyNotSet: (variable) => `当前环境未设置 ${variable}`,
  howToInstall: "安装命令：openclaw-aisa plugin install",
  skipped: (version) => `未安装插件：OpenClaw ${version} 不支持它`,
};
