import type { TextFacts } from "../../../core/problem/index.ts";
import { grouped } from "../../grouped.ts";
import type { ProblemWords } from "../../words.ts";
import { counted } from "../counts.ts";

export const tool = "openclaw-aisa";
export const doctor = `${tool} doctor`;
export const newKey = `${tool} onboard`;
export const billing = "https://console.aisa.one";

export const aModel = ({ model }: TextFacts) => model ?? "the model";
export const AModel = ({ model }: TextFacts) => model ?? "The model";
export const aHost = ({ host }: TextFacts) => host ?? "the gateway";
export const AHost = ({ host }: TextFacts) => host ?? "The gateway";
export const join = (values: readonly string[]) => values.join(", ");
export const setTo = ({ replacement }: TextFacts) =>
  replacement ? `${tool} models set ${replacement}` : `${tool} models set`;

/** Returns the first of many names, and how many more there are. */
export const some = (names: readonly string[], most = 8) =>
  names.length > most
    ? `${join(names.slice(0, most))} and ${grouped(names.length - most)} more`
    : join(names);

/** Why OpenClaw does not start. */
export const rejectsConfig = "OpenClaw rejects the whole config and does not start.";

/** Returns the right name, the nearest ones, or where all of them are; with doctor where OpenClaw hides the cause. */
export function rightName(params: TextFacts): Pick<ProblemWords, "remedy" | "commands"> {
  const { replacement, suggestions, variant } = params;
  if (replacement) return { remedy: `Use ${replacement} instead.`, commands: [setTo(params)] };
  if (suggestions?.length)
    return {
      remedy: `Nearest names: ${join(suggestions)}.`,
      commands: [`${tool} models set ${suggestions[0]}`],
    };
  return {
    remedy: "Choose a model that the gateway lists.",
    commands: [`${tool} models list --all`, ...(variant === "hidden" ? [doctor] : [])],
  };
}

/** Returns how long to wait before another try. */
export const wait = ({ seconds }: TextFacts) =>
  seconds ? `Wait ${grouped(seconds)} s, then try again.` : "Wait a minute, then try again.";

/** Returns the command that adds a model to the list; the one that lists the names where the text has none. */
export const addModel = ({ model }: TextFacts) => {
  const id = model?.replace(/^aisa\//, "");
  return id && !id.includes("/") ? `${tool} models add ${id}` : `${tool} models list --all`;
};

/** Returns a time in the unit that says most. */
export function span(seconds: number): string {
  if (seconds < 600) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : counted(Math.round(seconds / 86_400), "day");
}
