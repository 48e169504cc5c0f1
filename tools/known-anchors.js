import { rolldown } from "rolldown";

const entry = "/anchors.ts";
const source = `
  import { anchorsOf, partsOfSignatures } from "./src/core/diagnosis/anchors.ts";
  export const anchors = partsOfSignatures().map((part) => anchorsOf(part).join("|"));
`;

/** The anchors of all parts of the signatures, as src/core/diagnosis/known-anchors.ts has them in the bundle. */
async function anchorsOfSignatures() {
  const virtual = {
    name: "anchors",
    resolveId: (id, importer) =>
      id === entry ? id : importer === entry ? new URL(`../${id}`, import.meta.url).pathname : undefined,
    load: (id) => (id === entry ? { code: source, moduleType: "ts" } : undefined),
  };
  const built = await rolldown({ input: entry, plugins: [virtual], platform: "node", logLevel: "warn" });
  const { output } = await built.generate();
  await built.close();
  const code = Buffer.from(output[0].code).toString("base64");
  return (await import(`data:text/javascript;base64,${code}`)).anchors;
}

/** The plugin for rolldown that fills them in. */
export const withAnchors = {
  name: "with-anchors",
  load: {
    filter: { id: /src\/core\/diagnosis\/known-anchors\.ts$/ },
    async handler() {
      const table = JSON.stringify(JSON.stringify(await anchorsOfSignatures()));
      return `export const knownAnchors = JSON.parse(${table});`;
    },
  },
};
