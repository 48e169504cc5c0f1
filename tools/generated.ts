import { catalog } from "../src/plugin/catalog.ts";
import { createManifest } from "../src/plugin/manifest.ts";
import { desiredSchema } from "./desired-schema.ts";
import { skillText } from "./skill.ts";

/** The files that are made of the catalog, by their path in the package. `npm run generate` writes them. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    "openclaw.plugin.json": `${JSON.stringify(createManifest(catalog), null, 2)}\n`,
    "docs/schema/aisa.schema.json": `${JSON.stringify(desiredSchema(), null, 2)}\n`,
    "templates/skill/aisa-provider/SKILL.md": skillText(catalog, "en"),
    "templates/skill/aisa-provider/SKILL.zh-CN.md": skillText(catalog, "zh-CN"),
  };
}
