/** Words of `uninstall`. */
export const uninstall = {
  plugin: "the OpenClaw plugin, by openclaw plugins uninstall aisa",
  pluginLeft: "The OpenClaw plugin stays: openclaw does not run here. Later: openclaw plugins uninstall aisa",
  pluginNotBack: "undo does not restore the plugin. To install it again: openclaw-aisa plugin install",
  foreignSkill: "The skill stays: it was changed by someone else. To remove it: openclaw-aisa skill remove",
  primary: (reference: string) => `${reference} becomes the default model`,
  noPrimary: "No other model is configured: OpenClaw will use its own default model",
  otherProvider: (flag: string, text: string) =>
    `${flag} ${text}: use a model of another provider, as provider/model`,
  needsYes: (flag: string) =>
    `There is no terminal to ask on, so nothing is removed. To remove AIsa, add ${flag}`,
  otherProfiles: (names: readonly string[]) =>
    `AIsa is still set up in other profiles: ${names.join(", ")}. To remove it there, use --profile.`,
  done: "AIsa is removed from OpenClaw",
  nothing: "AIsa is not set up in OpenClaw; nothing to remove",
  keysLeft: (places: readonly string[]) =>
    `A key is still stored in ${places.join(", ")}. Remove it there, and delete it at https://console.aisa.one if you no longer need it.`,
};
