import { join } from "node:path";

// What of the packages nothing here uses stays out of the bundle: it is more than half of some of them.

/**
 * What stands for modules, as they are imported: nothing, for most. conf compares versions for migrations, and checks
 * what it stores against a schema, where it is given one: we give neither. The proxy agent gets no sign-in by Kerberos.
 */
const standIns = {
  "ajv/dist/2020.js": false,
  "ajv-formats": false,
  semver: false,
  "proxy-agent-negotiate": false,
  // What is unused of its modules can be left out; of its CommonJS, which Node would load, it cannot.
  yaml: join(import.meta.dirname, "..", "node_modules", "yaml", "browser", "dist", "index.js"),
};

/** A pattern of paths, which have the separators of the system. */
export const onAnySystem = (path) =>
  new RegExp(path.source.replaceAll(String.raw`\/`, String.raw`[\\/]`), path.flags);

// Parts of modules, by what their code looks like. Of the OpenAI SDK, chats and plain requests are used. No command of
// ours is a program of its own that commander would start.
const parts = [
  {
    id: /node_modules\/openai\/client\.mjs$/,
    part: /^ *(?:this\.\w+ = new API\.(?!Chat\()\w+\(this\)|OpenAI\.(?!Chat\b)([A-Z]\w+) = (?:\1|UploadsAPI\1));$/gm,
  },
  {
    id: /node_modules\/openai\/resources\/chat\/completions\/completions\.mjs$/,
    part: /^ {4}parse\(body, options\) \{$[\s\S]*(?=^\}$)/m,
  },
  {
    id: /node_modules\/commander\/lib\/command\.js$/,
    part: /^const childProcess = require\('node:child_process'\);$/m,
  },
  { id: /node_modules\/cli-spinners\/spinners\.json$/, part: /^\t"(?!dots"|line")[\s\S]*?^\t\},?$/gm },
].map(({ id, part }) => ({ id: onAnySystem(id), part }));

const withoutParts = {
  name: "without-parts",
  transform: {
    filter: { id: parts.map(({ id }) => id) },
    handler(code, id) {
      const { part } = parts.find((one) => one.id.test(id));
      const kept = code.replace(part, "");
      if (kept === code)
        throw new Error(`${id} has nothing that looks like ${part}: the package has changed`);
      return kept;
    },
  },
};

/**
 * Options of rolldown that leave these out, and what only an index names of the modules that do nothing by being loaded.
 * A build throws where a part is not found.
 */
export const leftOut = {
  resolve: { alias: standIns },
  plugins: [withoutParts],
  treeshake: {
    moduleSideEffects: [
      { test: onAnySystem(/src\/core\/|node_modules\/(?:json5|openai|yaml)\//), sideEffects: false },
    ],
  },
};
