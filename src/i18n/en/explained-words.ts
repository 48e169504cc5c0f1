import type { Problem } from "../../core/problem/index.ts";
import type { ProblemWords } from "../words.ts";

export const tool = "openclaw-aisa";
export const doctor = `${tool} doctor`;
export const newKey = `${tool} onboard`;
export const billing = "https://console.aisa.one";

export const model = ({ params }: Problem, otherwise = "the model") => params.model ?? otherwise;
export const Model = ({ params }: Problem) => params.model ?? "The model";
export const host = ({ params }: Problem) => params.host ?? "the gateway";
export const count = (value: number) => value.toLocaleString("en-US");
export const setTo = ({ params }: Problem) =>
  params.replacement ? `${tool} models set ${params.replacement}` : `${tool} models set`;

/** The right name, the nearest ones, or where all of them are; with doctor, where OpenClaw hides the cause. */
export function rightName(
  problem: Problem,
  hidden: boolean = false,
): Pick<ProblemWords, "remedy" | "commands"> {
  const { replacement, suggestions } = problem.params;
  if (replacement) return { remedy: `Its right name is ${replacement}.`, commands: [setTo(problem)] };
  if (suggestions?.length)
    return {
      remedy: `The nearest names: ${suggestions.join(", ")}.`,
      commands: [`${tool} models set ${suggestions[0]}`],
    };
  return {
    remedy: "Choose a model that the gateway lists.",
    commands: [`${tool} models list --all`, ...(hidden ? [doctor] : [])],
  };
}

export const wait = ({ params }: Problem) =>
  params.seconds ? `Wait ${count(params.seconds)} s, then try again.` : "Wait a minute, then try again.";

/** Adds a model of AIsa to the list; the way to its names where the text names none of them. */
export const addIt = ({ params }: Problem) => {
  const id = params.model?.replace(/^aisa\//, "");
  return id && !id.includes("/") ? `${tool} models add ${id}` : `${tool} models list --all`;
};
