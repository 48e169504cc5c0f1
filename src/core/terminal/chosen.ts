/** The options that chose the config of a run; without any it is the default place. */
export interface Chosen {
  readonly config?: string | undefined;
  readonly profile?: string | undefined;
  readonly dev?: boolean | undefined;
}

/** What of a shell's commands is needed here. */
interface Quoting {
  argument(text: string): string;
  runWith(name: string, value: string, command: string): string;
}

/** Our commands that look at a config, but for what takes none or chooses itself. */
const ours =
  /(?<![\w./~-])openclaw-aisa (?=(?:apply|doctor|explain|export|key|models|onboard|plugin|skill|status|undo|uninstall|usage)\b)(?![ \w-]*--(?:all-profiles|demo|help|merge)\b)/g;

/** OpenClaw's commands that our texts name. */
const theirs =
  /(?<![\w./~-])openclaw (?=(?:agents?|config|cron|dashboard|doctor|gateway|models|plugins|sessions|status)\b)/g;

/**
 * Returns the function that makes the commands in a text, ours and OpenClaw's, reach the config that options chose. The
 * rest of the text stays, and so does a command that has the options already. OpenClaw takes the path of a config in a
 * variable.
 */
export function commandsFor({ config, profile, dev }: Chosen, shell: Quoting): (text: string) => string {
  const path = config === "-" ? undefined : config;
  const options = [
    ...(profile === undefined ? [] : ["--profile", shell.argument(profile)]),
    ...(dev ? ["--dev"] : []),
  ];
  const own = [...(path === undefined ? [] : ["--config", shell.argument(path)]), ...options];
  if (own.length === 0) return (text) => text;
  const openclaw = ["openclaw", ...options].join(" ");
  const called = `${path === undefined ? openclaw : shell.runWith("OPENCLAW_CONFIG_PATH", path, openclaw)} `;
  const address = (text: string) =>
    text.replace(ours, () => `openclaw-aisa ${own.join(" ")} `).replace(theirs, () => called);
  return (text) => text.split(called).map(address).join(called);
}
