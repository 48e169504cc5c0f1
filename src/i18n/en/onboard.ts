import type { KeyWrapping } from "../../core/keys/index.ts";
import { counted } from "./counts.ts";

const wrappings: Record<KeyWrapping, string> = {
  assignment: "the variable's name",
  quotes: "quotes",
  bearer: "Bearer",
  "line-breaks": "line breaks",
  invisible: "invisible characters",
};

/** Words of `onboard`. */
export const onboard = {
  tagline: "Qwen, DeepSeek, Kimi and Doubao for OpenClaw",
  demo: "Demo: built-in gateway, temporary home; your files are not touched",
  demoFlag: (flag: string) => `${flag} cannot be used with --demo, which has its own home and gateway`,
  looking: "Reading the current setup",
  demoDone: "End of the demo. To set up AIsa:  npx openclaw-aisa onboard",
  demoKey: "the demo",
  labels: { openclaw: "OpenClaw", config: "Config", key: "Key" },
  openclawMissing: "not on PATH; it will read this config once installed",
  openclawBroken: (reason: string) => `installed but does not run here: ${reason}`,
  configAt: (file: string, text: string) => `${file} (${text})`,
  configNew: "will be created",
  configFound: (providers: number, ours: number | undefined) =>
    `${counted(providers, "provider")}, ${
      ours === undefined ? "no AIsa yet" : `AIsa with ${counted(ours, "model")}`
    }`,
  keyNone: (page: string) => `none found   get one: ${page}`,
  keyGiven: (flag: string) => `given with ${flag}`,
  keyFound: (masked: string, source: string) => `${masked} from ${source}`,
  ask: {
    intent: "AIsa is already set up. What next?",
    intents: {
      "set-up": "Set everything up again",
      keep: "Keep it, check that it works",
      key: "Change the key",
      models: "Change the models",
      add: "Add models",
    },
    useKey: (masked: string, source: string) => `${masked} from ${source}`,
    key: "AIsa API key",
    keyNote: (page: string) => `Get one: ${page}`,
    keyEmpty: "Enter a key.",
    keyShape: "A key has no spaces or quotes in it.",
    opened: (page: string) => `Opened ${page} in the browser`,
    afterFailure: "What next?",
    another: "Enter another key",
    again: "Try again",
    goOn: "Continue without checking it",
    stop: "Stop, write nothing",
    models: "Models",
    modelsNote: "Prices in USD per 1M tokens, in and out",
    drop: (ids: readonly string[]) =>
      `Not selected, but configured: ${ids.join(", ")}. Remove ${ids.length === 1 ? "it" : "them"}?`,
    dropThem: "Remove, with every reference",
    keepThem: "Keep",
    primary: "Default model",
    primaryNow: (reference: string) => `Default model (now ${reference})`,
    keep: (reference: string) => `keep ${reference}`,
    fallbacks: "Fallback models",
    fallbacksNote: "Used in this order when the default model fails (optional)",
    storage: "Store the key in",
    plugin: "Also install the OpenClaw plugin (new models without a config change)?",
  },
  help: {
    intent:
      "The first choice changes nothing. Every change is shown before it is written, and undo reverts it.",
    source: "The first key is the one that OpenClaw uses now. Choose another one, or enter a new key.",
    key: "Paste the key; it is not shown. Quotes around it are removed, and so are Bearer and the name of a variable.",
    models:
      "The selected models can be used in OpenClaw. Type a part of a name to find one. More can be added later: openclaw-aisa models add",
    drop: "Removing a model deletes its entry, and its place among the fallbacks and in the allowlist.",
    primary:
      "OpenClaw uses the default model unless an agent or a chat has its own. To change it later: openclaw-aisa models set",
    fallbacks: "When the default model fails, OpenClaw tries these, from the first to the last.",
    storage:
      "The .env file is the safest place: only you can read it, and OpenClaw's background service finds the key there.",
    write: "Nothing has been written yet. A backup is kept; to restore it: openclaw-aisa undo",
  },
  keyCleaned: (removed: readonly KeyWrapping[]) =>
    `Removed from around the key: ${removed.map((one) => wrappings[one]).join(", ")}`,
  replacesDefault: (from: string, to: string) =>
    `The default model ${from} is replaced by ${to}. To keep it: --primary none`,
  othersStay: (ids: readonly string[]) =>
    `${ids.join(", ")} ${ids.length === 1 ? "stays" : "stay"} configured. To remove: openclaw-aisa models remove ${ids.join(" ")}`,
  storage: {
    dotenv: (file: string, hasModes: boolean) =>
      `${file} (${hasModes ? "mode 0600; " : ""}the background service reads it too)`,
    env: "the current environment (a background service does not inherit your shell's)",
    config: "openclaw.json, in plain text (OpenClaw copies it into its backups)",
  },
  /** `place`: the option, or where in a file it is named. */
  noKeyFile: (place: string, file: string, why: "missing" | "denied" | "folder") =>
    why === "missing"
      ? `${place}: ${file} does not exist`
      : why === "folder"
        ? `${place}: ${file} is a folder, not a file`
        : `${place}: no permission to read ${file}`,
  standardInput: "Standard input",
  twoKeys: "--aisa-api-key and --aisa-api-key-file cannot be combined",
  storageEnv: (set: boolean): string =>
    set
      ? "--key-storage env: AISA_API_KEY is set to another key; set it to the new one, or use --key-storage dotenv"
      : "--key-storage env: AISA_API_KEY is not set; set it, or use --key-storage dotenv",
  storageConfigWarning:
    "The key is in openclaw.json in plain text. OpenClaw copies it into its backups, which keep it even after you remove it.",
  argumentWarning:
    "Other users of this machine can see the key in the arguments. Safer: --aisa-api-key-file or AISA_API_KEY.",
  checking: (host: string) => `Checking the key with ${host}`,
  keyAccepted: (models: number, balance: string | undefined) =>
    `Key accepted · ${counted(models, "model")}${balance ? ` · balance ${balance}` : ""}`,
  keyUnchecked: "Key not checked",
  keyStays: (file: string) =>
    `A key stays in ${file}, as other programs may use it. If none does, remove the line AISA_API_KEY there.`,
  keyUnseen: "Key not checked: what the reference leads to cannot be read here",
  printAndDiff: "--print and --diff cannot be combined",
  twoInputs: "standard input cannot be both the config and the key",
  printedKey: "--print never prints a key: use --key-ref instead of --key-storage config",
  keyElsewhere: (variable: string) => `The printed config expects the key in ${variable}`,
  inComment: "a comment",
  refAndStorage: "--key-ref and --key-storage cannot be combined",
  badKeyRef: (text: string) =>
    `Invalid --key-ref ${JSON.stringify(text)}: it must be env:NAME (capitals), file:/absolute/path or exec:/absolute/path`,
  baseUrlCorrected: (from: string, to: string) => `Base URL ${from} corrected to ${to}`,
  replaced: (from: string, to: string) => `${from} is no longer available; using ${to} instead`,
  leftOut: (id: string) => `${id} is not available at this gateway; skipped`,
  resolved: (text: string, id: string) => `${text} resolves to ${id}`,
  accepted: (version: string) => `Accepted   by OpenClaw ${version}`,
  acceptChecking: (version: string) => `OpenClaw ${version} validates the config`,
  notRun: (reason: string) => `Not checked by OpenClaw: ${reason}`,
  notThere: "Not checked by OpenClaw: it is not on PATH",
  notAsked: (model: string) => `Not tested: ${model}, because the key was not verified`,
  offer: {
    input: (price: string) => `${price} in`,
    output: (price: string) => `${price} out`,
    latency: (ms: number) => `answers in ${(ms / 1000).toFixed(1)} s on average`,
    against: (percent: string, provider: string) => `${percent} vs ${provider}`,
  },
  timedOut: "it timed out",
  answering: (model: string) => `Waiting for an answer from ${model}`,
  answered: (model: string, first: string) => `Answered   ${model}, first token ${first}`,
  unchanged: "Nothing to change: AIsa is already set up this way.",
  next: "Next:",
  nextChat: (model: string | undefined) =>
    model === undefined ? "starts a chat" : `then  /model ${model}  switches`,
  nextDoctor: "when something is wrong",
  nextRestart: "if its gateway is running: it reads the key at start",
  nextExport: "wherever OpenClaw runs, because the key is not stored",
  seconds: (value: string) => `${value} s`,
};
