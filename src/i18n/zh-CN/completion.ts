import type { Messages } from "../messages.ts";

/** completion install 和 completion uninstall 的用语。 */
export const completion: Messages["completion"] = {
  which: (shells) => `请指明 shell：completion install ${shells.join("|")}`,
  askInstall: (file) => `把补全脚本写入 ${file} 吗？`,
  askUninstall: (file) => `从 ${file} 中移除补全脚本吗？`,
  pending: (file) => `将修改 ${file}`,
  installed: (shell, file) => `已在 ${file} 中安装 ${shell} 补全`,
  alreadyInstalled: (file) => `${file} 中已有补全脚本，无需改动`,
  removed: (file) => `已从 ${file} 中移除补全脚本`,
  notInstalled: (file) => `${file} 中没有补全脚本，无需移除`,
  reload: {
    bash: "使其生效：打开新的终端，或运行  exec bash",
    zsh: "使其生效：打开新的终端，或运行  exec zsh",
    fish: "fish 会自动加载。",
    powershell: "使其生效：打开新的终端，或运行  . $PROFILE",
  },
};
