import { pluginEnabled } from "../../core/keys/index.ts";
import { pinnedProblems, pinsOf } from "../../core/models/index.ts";
import { defineCheck } from "../check.ts";
import { currentIds } from "../current-ids.ts";

/** No session has a model of its own that fails, or that keeps it from the default one. */
export const pinnedSessions = defineCheck({
  id: "pinned-sessions",
  needs: ["config", "catalog", "sessions"],
  uses: ["models"],
  judge: ({ config, catalog, sessions: { sessions }, models }) =>
    pinnedProblems(
      pinsOf(config.value, sessions, currentIds({ catalog, models }), pluginEnabled(config.value)),
    ),
});
