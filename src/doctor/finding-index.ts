import { type Problem, type ProblemCode, paramOf, severityOf } from "../core/problem/index.ts";
import { modelOf } from "./cause-rules.ts";

/** Whether an indexed problem is the one that is looked for. `ofOneModel`: it is about the same model. */
export type Relates = (one: Problem, ofOneModel: boolean) => boolean;

/** Positions in ascending order. */
class Positions {
  readonly #sorted: number[] = [];

  /** Where a position is, or has to go. */
  #indexOf(position: number): number {
    let [low, high] = [0, this.#sorted.length];
    // They are almost always in order.
    if ((this.#sorted.at(-1) ?? -1) < position) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  add(position: number): void {
    this.#sorted.splice(this.#indexOf(position), 0, position);
  }

  remove(position: number): void {
    this.#sorted.splice(this.#indexOf(position), 1);
  }

  first(isMeant: (position: number) => boolean): number | undefined {
    return this.#sorted.find(isMeant);
  }
}

/** Problems that no rule tells apart, but by their model. */
interface Kind {
  readonly all: Positions;
  readonly byModel: Map<string | undefined, Positions>;
}

/** All that the rules look at, except the model's name. */
function kindOf(problem: Problem): string {
  return JSON.stringify([
    problem.seen !== undefined,
    modelOf(problem) !== undefined,
    paramOf(problem, "models") !== undefined,
    paramOf(problem, "variant"),
    severityOf(problem),
  ]);
}

/**
 * Problems in their order, indexed by code and model: which one of them explains another is found by looking at one of
 * each kind, however many there are.
 */
export class FindingIndex {
  readonly #slots: (Problem | undefined)[];
  readonly #kinds = new Map<ProblemCode, Map<string, Kind>>();

  constructor(problems: readonly Problem[]) {
    this.#slots = [...problems];
    for (const [position, problem] of problems.entries()) this.#listed(problem, "add", position);
  }

  #listed(problem: Problem, how: "add" | "remove", position: number): void {
    const kinds = this.#kinds.get(problem.code) ?? new Map<string, Kind>();
    this.#kinds.set(problem.code, kinds);
    const id = kindOf(problem);
    const kind = kinds.get(id) ?? { all: new Positions(), byModel: new Map() };
    kinds.set(id, kind);
    const model = modelOf(problem);
    const ofModel = kind.byModel.get(model) ?? new Positions();
    kind.byModel.set(model, ofModel);
    for (const positions of [kind.all, ofModel]) positions[how](position);
  }

  /** The problems that are left, in their order. */
  get problems(): Problem[] {
    return this.#slots.filter((one) => one !== undefined);
  }

  /** The problem at a position; undefined where it was removed. */
  at(position: number): Problem | undefined {
    return this.#slots[position];
  }

  /** Puts another problem at a position, or none. */
  set(position: number, problem: Problem | undefined): void {
    const before = this.#slots[position];
    if (before) this.#listed(before, "remove", position);
    this.#slots[position] = problem;
    if (problem) this.#listed(problem, "add", position);
  }

  /**
   * Returns the first position whose problem has one of these codes and is related to `other`; never that of `other`.
   */
  first(codes: readonly ProblemCode[], other: Problem, relates: Relates): number | undefined {
    const model = modelOf(other);
    const isOther = (position: number) => this.#slots[position] !== other;
    let found: number | undefined;
    for (const code of codes)
      for (const kind of this.#kinds.get(code)?.values() ?? [])
        for (const [positions, ofOneModel] of [
          [kind.all, false],
          [kind.byModel.get(model), true],
        ] as const) {
          const at = positions?.first(isOther);
          const one = at === undefined ? undefined : this.#slots[at];
          if (at !== undefined && one && (found === undefined || at < found) && relates(one, ofOneModel))
            found = at;
        }
    return found;
  }
}
