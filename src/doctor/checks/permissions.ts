import type { Problem } from "../../core/problem.ts";
import { defineCheck } from "../check.ts";

/** Files that hold a key are readable for their owner alone. */
export const permissions = defineCheck({
  id: "permissions",
  needs: ["guarded"],
  judge: ({ guarded }) =>
    guarded
      .filter(({ info }) => (info.mode & 0o077) !== 0)
      .map(
        ({ file, info, format }): Problem => ({
          code: "insecure-permissions",
          params: { file, value: (info.mode & 0o777).toString(8).padStart(4, "0"), expected: "0600" },
          at: { file },
          fix: [{ file, format, changes: [{ op: "mode", path: [], value: 0o600 }] }],
        }),
      ),
});
