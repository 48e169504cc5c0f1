type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether to colour. In: the environment, --no-color, and whether the output is a terminal.
 * NO_COLOR (https://no-color.org) and FORCE_COLOR decide before the terminal does.
 */
export function wantsColor(env: Environment, noColor: boolean, isTerminal: boolean): boolean {
  if (noColor || (env["NO_COLOR"] ?? "") !== "") return false;
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return forced !== "0" && forced !== "false";
  return isTerminal && env["TERM"] !== "dumb";
}

/**
 * Whether questions are plain lines that nothing is drawn over: for screen readers, with ACCESSIBLE set, and for a
 * terminal that cannot move its cursor.
 */
export function wantsPlain(env: Environment): boolean {
  return !["", "0", "false"].includes(env["ACCESSIBLE"] ?? "") || env["TERM"] === "dumb";
}

/** Returns twelve digits that nothing outside this run knows: the seal of our own escapes. */
export function newSeal(): string {
  return Math.random().toFixed(12).slice(2);
}
