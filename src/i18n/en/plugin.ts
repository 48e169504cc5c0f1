/** Words of `plugin`, and of `onboard` where it offers it. */
export const plugin = {
  willRun: "OpenClaw is asked to run:",
  rewrites: "plugins.entries.aisa (OpenClaw rewrites the file; comments go, a .bak is kept)",
  entryGoes: "plugins.entries.aisa goes",
  environmentBeatsBlock: (variable: string) =>
    `With the plugin, ${variable} in the environment beats the key in models.providers.aisa.`,
  blockHidesCatalog:
    "The models in models.providers.aisa hide the plugin's own catalog from OpenClaw's lists; those models still run.",
  confirm: "Install the plugin?",
  confirmRemove: "Remove the plugin?",
  installing: (version: string) => `OpenClaw ${version} installs the plugin`,
  installed: (version: string) => `Installed  OpenClaw ${version} loads the plugin`,
  restart: "A running gateway takes it up after: openclaw gateway restart",
  tryIt: "Then: openclaw models list --provider aisa --all",
  present: (own: string, version: string) =>
    `OpenClaw ${version} has the plugin already (${own}), and loads it`,
  notLoaded: (reason: string) => `The plugin is there and does not load: ${reason}`,
  absent: (version: string) => `OpenClaw ${version} has no such plugin: nothing to remove`,
  removed: (version: string) => `OpenClaw ${version} has removed the plugin`,
  blockStays: "models.providers.aisa stays and goes on working. Saved sign-ins stay.",
  noBlock:
    "There is no models.providers.aisa: references to aisa/… stop working. openclaw-aisa onboard writes one.",
  noOpenClaw: "No openclaw on PATH: the plugin cannot be installed",
  brokenOpenClaw: (reason: string) => `OpenClaw is there and does not run here: ${reason}`,
  inert: (version: string) =>
    `OpenClaw ${version} would load the plugin and make nothing of it; it takes 2026.4.15 or newer`,
  notInstalled: "The plugin is not installed",
  loaded: (version: string) => `The plugin is installed and loads (${version})`,
  keySet: (variable: string) => `${variable} is set in this environment`,
  keyNotSet: (variable: string) => `${variable} is not set in this environment`,
  howToInstall: "Install it with: openclaw-aisa plugin install",
  skipped: (version: string) => `The plugin was not installed: OpenClaw ${version} would make nothing of it`,
};
