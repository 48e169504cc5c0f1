/** Words of `uninstall`. */
export const uninstall = {
  plugin: "the OpenClaw plugin, by openclaw plugins uninstall aisa",
  pluginLeft: "The OpenClaw plugin stays: openclaw does not run here. Later: openclaw plugins uninstall aisa",
  skill: "the skill for OpenClaw's agents",
  foreignSkill: "The skill stays: it was changed by someone else. To remove it: openclaw-aisa skill remove",
  primary: (reference: string) => `${reference} becomes the default model`,
  noPrimary: "No other model is configured: OpenClaw will use its own default model",
  otherProvider: (flag: string, text: string) =>
    `${flag} ${text}: use a model of another provider, as provider/model`,
  done: "AIsa is removed from OpenClaw",
  nothing: "AIsa is not set up in OpenClaw; nothing to remove",
  keysLeft: (places: readonly string[]) =>
    `A key is still stored in ${places.join(", ")}. Remove it there, and delete it at https://console.aisa.one if you no longer need it.`,
};
