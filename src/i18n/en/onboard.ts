import { counted } from "./counts.ts";

/** Words of `onboard`. */
export const onboard = {
  tagline: "Qwen, DeepSeek, Kimi and Doubao for OpenClaw",
  demo: "Demo: embedded gateway, throw-away home; nothing of yours is touched",
  demoFlag: (flag: string) => `The demo has a home and a gateway of its own: it does not take ${flag}`,
  looking: "Looking at what is there",
  demoDone: "That was the demo. For real:  npx openclaw-aisa onboard",
  demoKey: "the demo",
  labels: { openclaw: "OpenClaw", config: "Config", key: "Key" },
  openclawMissing: "not on PATH; it will read this config once it is there",
  openclawBroken: (reason: string) => `found, but it does not run here: ${reason}`,
  configAt: (file: string, text: string) => `${file} (${text})`,
  configNew: "will be created",
  configFound: (providers: number, ours: number | undefined) =>
    `${counted(providers, "provider")}, ${
      ours === undefined ? "no AIsa yet" : `AIsa with ${counted(ours, "model")}`
    }`,
  keyNone: (page: string) => `none found   get one: ${page}`,
  keyFound: (masked: string, source: string) => `${masked} from ${source}`,
  ask: {
    useKey: (masked: string, source: string) => `Use the key ${masked} from ${source}?`,
    key: "AIsa API key",
    keyNote: (page: string) => `Get one: ${page}`,
    keyEmpty: "A key is needed. Esc cancels.",
    keyShape: "A key has no blanks, quotes or line breaks in it.",
    afterFailure: "How to go on?",
    another: "Give another key",
    again: "Try again",
    goOn: "Go on without checking it",
    stop: "Stop, write nothing",
    models: "Models",
    modelsNote: "Prices in USD per 1M tokens, in and out",
    primary: "Default model",
    keep: (reference: string) => `keep ${reference}`,
    fallbacks: "Fallback models",
    fallbacksNote: "Used in this order when the default model fails; none is fine",
    storage: "Keep the key in",
    plugin: "Also install the OpenClaw plugin (newer models without a config change)?",
  },
  storage: {
    dotenv: (file: string) => `${file} (mode 0600; the background service reads it too)`,
    env: "the environment, as it is now (a background service does not see your shell's)",
    config: "openclaw.json, in plain text (OpenClaw copies it into its backups)",
  },
  noKeyFile: (file: string, why: "missing" | "denied" | "folder") =>
    why === "missing"
      ? `--aisa-api-key-file: ${file} does not exist`
      : why === "folder"
        ? `--aisa-api-key-file: ${file} is a folder, not a file`
        : `--aisa-api-key-file: no permission to read ${file}`,
  standardInput: "Standard input",
  twoKeys: "--aisa-api-key and --aisa-api-key-file cannot be given together",
  storageEnv: (set: boolean): string =>
    set
      ? "--key-storage env: AISA_API_KEY holds another key than the one given; set it to that one, or use --key-storage dotenv"
      : "--key-storage env: AISA_API_KEY is not set, so the key cannot stay in the environment; set it, or use --key-storage dotenv",
  storageConfigWarning:
    "The key stands in openclaw.json in plain text: OpenClaw copies it into its backups, and removing it later does not remove those.",
  argumentWarning:
    "The key was given as an argument: other users of this machine can see arguments. Safer: --aisa-api-key-file or AISA_API_KEY.",
  checking: (host: string) => `Asking ${host}`,
  keyAccepted: (models: number, balance: string | undefined) =>
    `Key accepted · ${counted(models, "model")}${balance ? ` · balance ${balance}` : ""}`,
  keyUnchecked: "Key not checked",
  baseUrlCorrected: (from: string, to: string) => `Base URL ${from} was put right: ${to}`,
  replaced: (from: string, to: string) => `${from} is not served any more; ${to} takes its place`,
  leftOut: (id: string) => `${id} is not served by this gateway and was left out`,
  resolved: (text: string, id: string) => `${text} means ${id}`,
  accepted: (version: string) => `Accepted   by OpenClaw ${version}`,
  acceptChecking: (version: string) => `OpenClaw ${version} reads the config`,
  notRun: (reason: string) => `Not checked by OpenClaw: ${reason}`,
  notThere: "Not checked by OpenClaw: it is not on PATH",
  notAsked: (model: string) => `Not tried: ${model} was not asked, as the gateway gave no answer before`,
  offer: {
    input: (price: string) => `${price} in`,
    output: (price: string) => `${price} out`,
    against: (percent: string, provider: string) => `${percent} vs ${provider}`,
  },
  timedOut: "it did not answer in time",
  answering: (model: string) => `${model} answers`,
  answered: (model: string, first: string) => `Answered   ${model}, first token ${first}`,
  unchanged: "Nothing to change: AIsa is set up as asked.",
  next: "Next:",
  nextChat: (model: string | undefined) =>
    model === undefined ? "starts a chat" : `then  /model ${model}  switches`,
  nextDoctor: "when something is wrong",
  nextRestart: "if its gateway is running: it reads the key when it starts",
  nextExport: "wherever OpenClaw runs: the key is not stored",
  seconds: (value: string) => `${value} s`,
};
