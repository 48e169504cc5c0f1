/** Words of `completion install` and `completion uninstall`. */
export const completion = {
  which: (shells: readonly string[]) => `Name your shell: completion install ${shells.join("|")}`,
  askInstall: (file: string) => `Write the completion script to ${file}?`,
  askUninstall: (file: string) => `Remove the completion script from ${file}?`,
  pending: (file: string) => `${file} would be changed`,
  installed: (shell: string, file: string) => `Completion for ${shell} installed in ${file}`,
  alreadyInstalled: (file: string) => `Completion is already installed in ${file}; nothing to change`,
  removed: (file: string) => `Completion removed from ${file}`,
  notInstalled: (file: string) => `${file} has no completion script; nothing to remove`,
  reload: {
    bash: "To load it: open a new terminal, or run  exec bash",
    zsh: "To load it: open a new terminal, or run  exec zsh",
    fish: "fish loads it by itself.",
    powershell: "To load it: open a new terminal, or run  . $PROFILE",
  },
};
