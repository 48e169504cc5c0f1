import { pluginEnabled } from "../../core/keys/index.ts";
import { maskKey } from "../../core/text/index.ts";
import { defineCheck } from "../check.ts";

/** The environment of the background service has the key that `.env` has, or leaves it to `.env`. */
export const serviceKey = defineCheck({
  id: "service-key",
  needs: ["config", "credentials", "service"],
  judge: ({ config, credentials, service }) => {
    // A key that is written out in the config needs no variable.
    const isLiteral = credentials.reference.kind === "literal" && !pluginEnabled(config.value);
    if (service === undefined || isLiteral) return { skipped: "not-needed" };
    const { variable, found, listed } = service;
    const stored = credentials.sources.find((one) => one.kind === "dotenv" && one.variable === variable);
    if (stored?.file === undefined) return { skipped: "no-key" };
    const named = { variable, stored: stored.file };
    if (found !== undefined && found.value !== stored.value) {
      const variant = /\.service\.d\/[^/]+$/.test(found.file) ? "drop-in" : "older";
      const evidence = [found, { file: stored.file, value: stored.value }].map(
        ({ file, value }) => `${file}: ${variable}=${maskKey(value)}`,
      );
      return [
        {
          code: "service-key-missing",
          params: { ...named, variant, file: found.file },
          evidence,
          at: { file: found.file },
        },
      ];
    }
    if (found !== undefined || listed === undefined) return [];
    return [
      {
        code: "service-key-missing",
        params: { ...named, variant: "missing", file: listed },
        at: { file: listed },
      },
    ];
  },
});
