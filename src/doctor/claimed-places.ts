import type { Change } from "../core/change/index.ts";
import type { DocumentPath } from "../core/json/index.ts";

/** The places that a change concerns: of a rename also the new one. */
function placesOf(change: Change): DocumentPath[] {
  const { path } = change;
  return change.op === "rename" ? [path, [...path.slice(0, -1), change.value]] : [path];
}

/** What is planned for one place, and for the places inside it. */
class Place {
  /** Changes of the place itself that append to it, by their JSON. */
  appends: Set<string> | undefined;
  /** All other changes of the place itself, by their JSON. */
  others: Set<string> | undefined;
  inner: Map<string | number, Place> | undefined;
}

/** The places of one file that changes concern; whether another one clashes is known without looking at each. */
export class ClaimedPlaces {
  readonly #changes = new Map<string, Change>();
  readonly #contents = new Place();
  readonly #modes = new Place();

  /** The changes so far, equal ones once, in their order. */
  get changes(): Change[] {
    return [...this.#changes.values()];
  }

  // The mode of a file and its content have nothing to do with one another.
  #rootOf({ op }: Change): Place {
    return op === "mode" ? this.#modes : this.#contents;
  }

  /** Adds changes that belong together, whether or not they clash. */
  add(changes: readonly Change[]): void {
    for (const change of changes) {
      const json = JSON.stringify(change);
      if (this.#changes.has(json)) continue;
      this.#changes.set(json, change);
      for (const path of placesOf(change)) {
        let place = this.#rootOf(change);
        for (const part of path) {
          place.inner ??= new Map();
          const next = place.inner.get(part) ?? new Place();
          place.inner.set(part, next);
          place = next;
        }
        const kind = change.op === "append" ? "appends" : "others";
        place[kind] ??= new Set();
        place[kind].add(json);
      }
    }
  }

  /** Returns whether a change and one of those here would undo, hide or forestall each other. Equal ones do not. */
  clashes(change: Change): boolean {
    const json = JSON.stringify(change);
    return placesOf(change).some((path) => this.#clashesAt(change, json, path));
  }

  #clashesAt(change: Change, json: string, path: DocumentPath): boolean {
    let place = this.#rootOf(change);
    for (const part of path) {
      if (place.others) return true;
      const next = place.inner?.get(part);
      if (next === undefined) return false;
      place = next;
    }
    const others = (place.others?.size ?? 0) - (place.others?.has(json) ? 1 : 0);
    return (
      others > 0 || (change.op !== "append" && (place.inner !== undefined || place.appends !== undefined))
    );
  }
}
