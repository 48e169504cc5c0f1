const list = (references: readonly string[]) => references.join(", ");
const use = (references: readonly string[]) => (references.length > 0 ? ` Use: ${list(references)}.` : "");

/** What the provider plugin says inside OpenClaw. OpenClaw tells a failure's kind by its first words: they stay English. */
export const provider = {
  label: "AIsa",
  methodLabel: "AIsa API key",
  methodHint: "Qwen, DeepSeek, Kimi and Doubao with one key",
  prompt: "Enter AIsa API key",
  notServed: (model: string, others: readonly string[]) =>
    `404 model not found: AIsa does not serve "${model}".${use(others)}`,
  noChannel: (model: string, others: readonly string[]) =>
    `404 model not found: AIsa has no channel for "${model}" and this key.${use(others)}`,
  missingKey: (variable: string) =>
    `No AIsa API key found. Set ${variable}, in the environment or in the .env file of OpenClaw's state directory, or run: openclaw onboard --auth-choice aisa-api-key. Keys: https://console.aisa.one`,
  unknownHint: (references: readonly string[]) =>
    `AIsa does not list this model.${use(references)} All models: openclaw-aisa models list --all`,
};
