import type { Change } from "../core/change/index.ts";
import type { DocumentPath } from "../core/json/index.ts";

/** The places that a change concerns: of a rename also the new one. */
function placesOf(change: Change): DocumentPath[] {
  const { path } = change;
  return change.op === "rename" ? [path, [...path.slice(0, -1), change.value]] : [path];
}

/** What is planned for one place. */
interface Place {
  /** Changes of the place itself that append to it, by their JSON. */
  readonly appends: Set<string>;
  /** All other changes of the place itself, by their JSON. */
  readonly others: Set<string>;
  /** There are changes of something inside it. */
  isEntered: boolean;
}

/** The places of one file that changes concern; whether another one clashes is known without looking at each. */
export class ClaimedPlaces {
  readonly #places = new Map<string, Place>();
  readonly #changes = new Map<string, Change>();

  /** The changes so far, equal ones once, in their order. */
  get changes(): Change[] {
    return [...this.#changes.values()];
  }

  // The mode of a file and its content have nothing to do with one another.
  #idOf({ op }: Change, path: DocumentPath): string {
    return JSON.stringify([op === "mode", path]);
  }

  #place(id: string): Place {
    const place = this.#places.get(id) ?? { appends: new Set(), others: new Set(), isEntered: false };
    this.#places.set(id, place);
    return place;
  }

  /** Adds changes that belong together, whether or not they clash. */
  add(changes: readonly Change[]): void {
    for (const change of changes) {
      const json = JSON.stringify(change);
      if (this.#changes.has(json)) continue;
      this.#changes.set(json, change);
      for (const path of placesOf(change)) {
        for (let depth = 0; depth < path.length; depth += 1)
          this.#place(this.#idOf(change, path.slice(0, depth))).isEntered = true;
        const place = this.#place(this.#idOf(change, path));
        (change.op === "append" ? place.appends : place.others).add(json);
      }
    }
  }

  /** Returns whether a change and one of those here would undo, hide or forestall each other. Equal ones do not. */
  clashes(change: Change): boolean {
    const json = JSON.stringify(change);
    const isAppend = change.op === "append";
    const countOthers = (changes: Set<string>) => changes.size - (changes.has(json) ? 1 : 0);
    return placesOf(change).some((path) => {
      const place = this.#places.get(this.#idOf(change, path));
      if (place && countOthers(place.others) > 0) return true;
      if (place && !isAppend && (place.isEntered || place.appends.size > 0)) return true;
      return path.some((_, depth) => {
        const outer = this.#places.get(this.#idOf(change, path.slice(0, depth)));
        return outer !== undefined && outer.others.size > 0;
      });
    });
  }
}
