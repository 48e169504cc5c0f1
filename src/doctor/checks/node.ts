import { atLeast } from "../../core/openclaw/index.ts";
import { defineCheck } from "../check.ts";

/** Node versions that an OpenClaw asks for, from each first one up to but without the second. Source: its package.json. */
const wanted = [
  {
    openclaw: "2026.9.6",
    ranges: [
      ["24.16.0", "25.0.0"],
      ["26.1.0", "999.0.0"],
    ],
  },
  { openclaw: "2026.4.15", ranges: [["22.14.0", "999.0.0"]] },
  { openclaw: "2026.1.30", ranges: [["22.12.0", "999.0.0"]] },
] as const;

/** The Node here can run OpenClaw. One that runs already likes it, or brings its own. */
export const node = defineCheck({
  id: "node",
  needs: ["node", "openclaw"],
  uses: ["version"],
  judge: ({ node: here, openclaw, version }) => {
    if (openclaw.kind !== "broken") return [];
    const { ranges } =
      wanted.find((one) => version !== undefined && atLeast(version, one.openclaw)) ?? wanted[0];
    if (ranges.some(([from, below]) => atLeast(here, from) && !atLeast(here, below))) return [];
    return [
      { code: "unsupported-node", params: { version: here, required: ranges[0][0], variant: "openclaw" } },
    ];
  },
});
