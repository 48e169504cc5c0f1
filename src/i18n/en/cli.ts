/** Help and usage messages of the command line. */
export const cli = {
  description:
    "Qwen, DeepSeek, Kimi and Doubao in OpenClaw through AIsa: sets the provider up, keeps it healthy, explains every failure.",
  titles: {
    "Usage:": "Usage:",
    "Arguments:": "Arguments:",
    "Options:": "Options:",
    "Commands:": "Commands:",
    "Global Options:": "Global options:",
  } as Record<string, string>,
  after: `Start with:
  openclaw-aisa onboard            set AIsa up, step by step
  openclaw-aisa doctor             when something is wrong

Exit codes: 0 fine, 1 errors found or failed, 2 usage, 3 key, 4 network, 5 config, 70 our bug, 130 cancelled`,
  options: {
    config: "the OpenClaw config to use, instead of the one that OpenClaw finds",
    profile: "the OpenClaw profile, as in openclaw --profile",
    dev: "the profile that openclaw --dev uses",
    lang: "language of the messages",
    json: "one JSON document on standard output, on failure too",
    noColor: "no colour (also NO_COLOR)",
    quiet: "no progress on standard error",
    verbose: "say more",
    yes: "do not ask, go ahead",
    dryRun: "show what would change and write nothing",
    version: "print the version",
    help: "show this help",
    helpCommand: "show the help of a command",
    offline: "send no request",
    refresh: "ask the gateway for its model list even when a recent one is known",
    baseUrl: "base URL of the gateway (also AISA_BASE_URL)",
  },
  onboard: {
    description: "set AIsa up: key, models, default model; a wizard on a terminal, flags elsewhere",
    apiKey:
      "the AIsa API key (other users of this machine can see arguments: a file or AISA_API_KEY is safer)",
    apiKeyFile: "read the key from a file, or from standard input with -",
    authChoice: "accepted for the sake of scripts written for openclaw onboard",
    keyStorage: "where the key is kept: the state directory's .env, the environment as it is, or the config",
    models: "models to set up: ids with commas between them, default, or all",
    preset: "a ready choice of models and default model",
    primary: "the default model, or none to leave it as it is",
    fallbacks: "models to fall back to, with commas between them",
    plugin: "also install the OpenClaw provider plugin of this package",
    noValidate: "do not check the key against the gateway",
    noVerify: "do not check the result with OpenClaw and a chat",
    nonInteractive: "never ask; without a terminal, or with CI set, that is so anyway",
    demo: "try it on an embedded gateway and a throw-away home; nothing of yours is touched",
  },
  models: {
    description: "the models of AIsa: list, choose, add, remove, compare, test",
    set: "make a model the default one",
    list: "configured models; --all for every model of the gateway",
    agent: "for this agent alone",
    all: "every model that the gateway lists",
    search: "only models whose id, name or family contains this",
  },
  undo: {
    description: "put back the files from before our last change; once more brings the change back",
    list: "show the backups",
  },
  completion: "print the script that completes commands, options and models in your shell",
  usage: {
    unknownOption: (option: string) => `There is no option ${option}`,
    unknownCommand: (command: string) => `There is no command ${command}`,
    missingArgument: (name: string) => `The argument ${name} is missing`,
    missingValue: (option: string) => `The option ${option} needs a value`,
    excessArguments: (command: string) => `${command} takes fewer arguments`,
    invalidChoice: (option: string, choices: string) => `${option} takes one of: ${choices}`,
    similar: (names: string) => `Did you mean ${names}?`,
    noCommand: "A command is needed",
  },
  more: (link: string) => `More: ${link}`,
  example: "try",
  dryRun: "Dry run: nothing was written.",
  cancelled: "Cancelled.",
};
