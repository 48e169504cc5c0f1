/** Words of `plugin`, and of `onboard` where it offers it. */
export const plugin = {
  willRun: "Command to run:",
  rewrites: "plugins.entries.aisa (OpenClaw rewrites the file: comments are lost, a .bak is kept)",
  entryGoes: "plugins.entries.aisa is removed",
  environmentBeatsBlock: (variable: string) =>
    `With the plugin, ${variable} in the environment overrides the key in models.providers.aisa.`,
  offer:
    "The plugin is optional. OpenClaw installs it and rewrites its config: comments are lost, a .bak is kept.",
  blockHidesCatalog:
    "With the plugin, OpenClaw still lists the models in models.providers.aisa only; others work by their name.",
  confirm: "Install the plugin?",
  confirmRemove: "Remove the plugin?",
  installing: (version: string) => `Installing the plugin into OpenClaw ${version}`,
  installed: (version: string) => `Installed  the plugin, loaded by OpenClaw ${version}`,
  restart: "To load it in a running gateway: openclaw gateway restart",
  tryIt: "Then: openclaw models list --provider aisa --all",
  present: (own: string, version: string) =>
    `The plugin is already installed (${own}) and loaded by OpenClaw ${version}`,
  notLoaded: (reason: string) => `The plugin is installed but does not load: ${reason}`,
  absent: (version: string) => `The plugin is not installed in OpenClaw ${version}; nothing to remove`,
  removed: (version: string) => `Removed  the plugin from OpenClaw ${version}`,
  blockStays: "models.providers.aisa stays and keeps working. Saved sign-ins stay.",
  noBlock:
    "There is no models.providers.aisa, so references to aisa/… stop working. To add it: openclaw-aisa onboard",
  noOpenClaw: "openclaw is not on PATH; the plugin cannot be installed",
  brokenOpenClaw: (reason: string) => `OpenClaw is installed but does not run here: ${reason}`,
  inert: (version: string) => `OpenClaw ${version} does not support this plugin; it needs 2026.4.15 or newer`,
  notInstalled: "The plugin is not installed",
  unknown: (reason: string) => `Unknown whether the plugin is installed (${reason})`,
  loaded: (version: string) => `The plugin is installed and loaded (${version})`,
  keySet: (variable: string) => `${variable} is set in this environment`,
  keyNotSet: (variable: string) => `${variable} is not set in this environment`,
  howToInstall: "To install it: openclaw-aisa plugin install",
  skipped: (version: string) => `The plugin was not installed: OpenClaw ${version} does not support it`,
};
