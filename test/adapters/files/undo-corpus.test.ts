import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../../src/commands/undo.ts";
import { Failure } from "../../../src/core/problem/problem.ts";
import { makeContext } from "../../helpers/context.ts";
import { corpus, corpusFiles } from "../../helpers/corpus.ts";
import { makeHome, quickFolder } from "../../helpers/home.ts";

const isUtf8 = (bytes: Buffer) => Buffer.from(bytes.toString("utf8"), "utf8").equals(bytes);

describe("undo", () => {
  it.skipIf(corpusFiles.length === 0)(
    "puts every config of the corpus back byte for byte, with its mode",
    async () => {
      const home = makeHome("{}", quickFolder);
      const context = makeContext(home);
      const store = await context.store();
      let refused = 0;
      for (const name of corpusFiles) {
        const bytes = readFileSync(join(corpus, name));
        writeFileSync(home.config, bytes);
        chmodSync(home.config, 0o640);
        if (!isUtf8(bytes)) {
          await expect(store.read(home.config)).rejects.toThrow(Failure);
          refused++;
          continue;
        }
        const before = await store.read(home.config);
        const text = `// changed\n${before?.text.slice(0, -1)}`;
        await store.commit("test", [{ file: home.config, before: before?.hash ?? "", text, mode: 0o600 }]);
        expect(home.read(home.config), name).toBe(text);
        expect((await run(context, {})).changed, name).toBe(true);
        expect(readFileSync(home.config).equals(bytes), name).toBe(true);
        expect(statSync(home.config).mode & 0o777, name).toBe(0o640);
        expect((await run(context, {})).changed, name).toBe(true);
        expect(home.read(home.config), name).toBe(text);
      }
      expect(refused).toBeLessThan(corpusFiles.length / 10);
    },
  );
});
