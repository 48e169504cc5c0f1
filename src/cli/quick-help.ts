import { wantsColor } from "../adapters/terminal/color.ts";
import { showsSigns, usableSize, usualColumns } from "../core/terminal/index.ts";
import { chooseLocale, type Locale } from "../i18n/index.ts";
import type { World } from "../ports.ts";

/**
 * Returns the help of the program without having loaded it; undefined where the terminal or the environment makes it
 * look different. In: the help without colour at the usual width by language, as the build writes it.
 */
export function quickHelp(
  help: Readonly<Record<Locale, string>>,
  { env, platform, stdout, stderr }: Pick<World, "env" | "platform" | "stdout" | "stderr">,
): string | undefined {
  const columns = usableSize([stdout.columns, stderr.columns, Number(env["COLUMNS"])], usualColumns);
  const isTerminal = stdout.isTTY ?? false;
  const isColored = wantsColor(env, false, isTerminal);
  const isUsual =
    platform !== "win32" && showsSigns({ env, platform, isTerminal, codePage: () => undefined });
  return columns === usualColumns && !isColored && isUsual ? help[chooseLocale(undefined, env)] : undefined;
}
