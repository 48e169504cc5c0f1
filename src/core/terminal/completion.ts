/** An option as completion sees it. */
export interface OptionNode {
  /** `-y`, `--yes` */
  readonly names: readonly string[];
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

/** A command as completion sees it. */
export interface CommandNode {
  readonly name: string;
  readonly options: readonly OptionNode[];
  readonly commands: readonly CommandNode[];
  /** Names of the arguments, such as `model`. */
  readonly arguments: readonly string[];
  readonly argumentChoices: readonly string[];
}

/** What the values of options and arguments are, besides fixed choices. */
export type ValueKind = "models" | "agents" | "profiles" | "codes" | "backups";

const optionKinds: Readonly<Record<string, ValueKind>> = {
  "--model": "models",
  "--models": "models",
  "--primary": "models",
  "--fallbacks": "models",
  "--agent": "agents",
  "--profile": "profiles",
};
/** By the command and the argument's name. */
const argumentKinds: Readonly<Record<string, ValueKind>> = {
  "explain text": "codes",
  "undo id": "backups",
};

const kindOf = (command: string, argument: string): ValueKind | undefined =>
  /^models?$/.test(argument) ? "models" : argumentKinds[`${command} ${argument}`];

/** The command that the words lead to, and the options that hold there (its own and the global ones). */
function walk(tree: CommandNode, words: readonly string[]) {
  let node = tree;
  const options = [...tree.options];
  let waiting: OptionNode | undefined;
  for (const word of words) {
    if (waiting) waiting = undefined;
    else if (word.startsWith("-")) {
      const option = options.find((one) => one.names.includes(word));
      waiting = option?.takesValue ? option : undefined;
    } else {
      const next = node.commands.find((command) => command.name === word);
      if (next) {
        node = next;
        options.push(...next.options);
      }
    }
  }
  return { node, options, waiting };
}

/** What may be next on a command line: fixed words, and the kinds of values that are looked up. */
export interface Offers {
  readonly typed: string;
  readonly words: readonly string[];
  readonly kinds: readonly ValueKind[];
}

/**
 * Returns what may be next on a command line. In: the tree of commands, and the words after the program's name (the
 * last one is the one being typed, possibly empty).
 */
export function offersAt(tree: CommandNode, words: readonly string[]): Offers {
  // Windows PowerShell 5 drops an empty argument; its script sends two quotes, which later versions pass on.
  const typed = (words.at(-1) ?? "").replace(/^""$/, "");
  const { node, options, waiting } = walk(tree, words.slice(0, -1));
  if (waiting) {
    const kind = waiting.names.map((name) => optionKinds[name]).find((one) => one !== undefined);
    return { typed, words: waiting.choices, kinds: kind === undefined ? [] : [kind] };
  }
  if (typed.startsWith("-")) return { typed, words: options.flatMap((option) => option.names), kinds: [] };
  const kinds = node.arguments.flatMap((name) => kindOf(node.name, name) ?? []);
  return { typed, words: [...node.commands.map(({ name }) => name), ...node.argumentChoices], kinds };
}

/** Returns the offers that continue what is typed, sorted, with the values that were looked up. */
export function completions({ typed, words }: Offers, values: readonly string[]): string[] {
  return [...new Set([...words, ...values])].filter((offer) => offer.startsWith(typed)).sort();
}

/** The shells that completion is written for. */
export const shells = ["bash", "zsh", "fish", "powershell"] as const;
/** One of {@link shells}. */
export type Shell = (typeof shells)[number];

const scripts: Record<Shell, string> = {
  bash: `# openclaw-aisa completion for bash. To install it:  openclaw-aisa completion install bash
_openclaw_aisa() {
  local IFS=$'\\n'
  COMPREPLY=($(openclaw-aisa completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _openclaw_aisa openclaw-aisa
`,
  zsh: `#compdef openclaw-aisa
# openclaw-aisa completion for zsh. To install it:  openclaw-aisa completion install zsh
_openclaw_aisa() {
  local -a offers
  offers=("\${(@f)$(openclaw-aisa completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a offers || _files
}
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
compdef _openclaw_aisa openclaw-aisa
`,
  fish: `# openclaw-aisa completion for fish. To install it:  openclaw-aisa completion install fish
complete -c openclaw-aisa -f -a '(openclaw-aisa completion words -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`,
  powershell: `# openclaw-aisa completion for PowerShell. To install it:  openclaw-aisa completion install powershell
Register-ArgumentCompleter -Native -CommandName openclaw-aisa -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
  if ($wordToComplete -eq '') { $words += '""' }
  openclaw-aisa completion words '--' @words 2>$null | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`,
};

/** The script that makes a shell complete our commands, options and models. */
export function completionScript(shell: Shell): string {
  return scripts[shell];
}
