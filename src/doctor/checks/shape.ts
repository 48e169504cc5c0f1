import { formatPath, get } from "../../core/json/index.ts";
import { wrongShapes } from "../../core/openclaw/index.ts";
import type { Problem } from "../../core/problem/index.ts";
import { defineCheck } from "../check.ts";
import { shown, withoutExcerpt } from "../config-view.ts";

/** What is around our parts is of the kind that OpenClaw takes, and no key stands twice. */
export const shape = defineCheck({
  id: "shape",
  needs: ["config"],
  uses: ["refusals"],
  judge: ({ config, refusals }): Problem[] => {
    // What the installed OpenClaw accepts is no fault.
    const wrong = refusals?.length === 0 ? [] : wrongShapes(config.value);
    return [
      ...wrong.map(
        ({ path, expected }): Problem => ({
          code: "config-schema",
          params: { variant: "wrong-type", path: formatPath(path), expected },
          evidence: [shown(path, get(config.value, path))],
          at: withoutExcerpt(config.at(path)),
        }),
      ),
      ...config.twice().map(
        ({ path, lines }): Problem => ({
          code: "config-schema",
          severity: "warning",
          params: { variant: "key-twice", path: formatPath(path), lines },
          at: withoutExcerpt(config.at(path)),
        }),
      ),
    ];
  },
});
