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

const takesModel = /^--(?:model|models|primary|fallbacks)$/;

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

/**
 * What may be next on a command line. In: the tree of commands, the words after the program's name (the last
 * one is the one being typed, possibly empty), and the models to offer.
 */
export function completions(
  tree: CommandNode,
  words: readonly string[],
  models: readonly string[],
): string[] {
  // Windows PowerShell 5 drops an empty argument; its script sends two quotes, which later versions pass on.
  const typed = (words.at(-1) ?? "").replace(/^""$/, "");
  const { node, options, waiting } = walk(tree, words.slice(0, -1));
  const offers = () => {
    if (waiting) return takesModel.test(waiting.names.at(-1) ?? "") ? models : waiting.choices;
    if (typed.startsWith("-")) return options.flatMap((option) => option.names);
    const wantsModel = node.arguments.some((name) => /^models?$/.test(name));
    return [
      ...node.commands.map((command) => command.name),
      ...node.argumentChoices,
      ...(wantsModel ? models : []),
    ];
  };
  return [...new Set(offers())].filter((offer) => offer.startsWith(typed)).sort();
}

/** The shells that completion is written for. */
export const shells = ["bash", "zsh", "fish", "powershell"] as const;
/** One of {@link shells}. */
export type Shell = (typeof shells)[number];

const scripts: Record<Shell, string> = {
  bash: `# openclaw-aisa completion for bash. Add to ~/.bashrc:  source <(openclaw-aisa completion bash)
_openclaw_aisa() {
  local IFS=$'\\n'
  COMPREPLY=($(openclaw-aisa completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _openclaw_aisa openclaw-aisa
`,
  zsh: `#compdef openclaw-aisa
# openclaw-aisa completion for zsh. Add to ~/.zshrc:  source <(openclaw-aisa completion zsh)
_openclaw_aisa() {
  local -a offers
  offers=("\${(@f)$(openclaw-aisa completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  compadd -a offers || _files
}
compdef _openclaw_aisa openclaw-aisa
`,
  fish: `# openclaw-aisa completion for fish. Save as ~/.config/fish/completions/openclaw-aisa.fish
complete -c openclaw-aisa -f -a '(openclaw-aisa completion words -- (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
`,
  powershell: `# openclaw-aisa completion for PowerShell. Add to $PROFILE:  openclaw-aisa completion powershell | Out-String | Invoke-Expression
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
