import { expect, it } from "vitest";
import { catalog } from "../../../src/adapters/files/templates.ts";
import { currentId } from "../../../src/core/models/index.ts";

/** How often the catalog's models and aliases are read while ids are asked about, each by a question of its own. */
function reads(count: number): number {
  let found = 0;
  const counted = new Proxy(catalog, {
    get: (target, name, self) => {
      found += 1;
      return Reflect.get(target, name, self);
    },
  });
  for (let at = 0; at < count; at += 1) currentId(`unknown-${at}`, { catalog: counted });
  return found;
}

it("reads the catalog once, however many ids it is asked about", () => {
  expect(reads(100)).toBe(reads(1));
});
