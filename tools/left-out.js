import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

// What of the packages nothing here uses stays out of the bundle: it is more than half of some of them.

/**
 * What stands for modules, as they are imported: nothing, for most. conf compares versions for migrations, and checks
 * what it stores against a schema, where it is given one: we give neither. undici gets no SOCKS proxy and no form, and does
 * not offer HTTP/2; without the parser for processors with SIMD it takes the one for all.
 */
const standIns = {
  "ajv/dist/2020.js": false,
  "ajv-formats": false,
  semver: false,
  "../llhttp/llhttp_simd-wasm.js": false,
  "./client-h2.js": false,
  "./socks5-proxy-agent": false,
  "../web/fetch/body.js": false,
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

const wasm = {
  id: onAnySystem(/node_modules\/undici\/lib\/llhttp\/llhttp-wasm\.js$/),
  text: /(?<=')AGFzb[\w+/=]+(?=')/,
};

/** undici's parser of HTTP, a third as long: whoever asks through a proxy waits a millisecond for it to be unpacked. */
const packedWasm = {
  name: "packed-wasm",
  transform: {
    filter: { id: wasm.id },
    handler(code, id) {
      const [text] = code.match(wasm.text) ?? [];
      const read = "Buffer.from(wasmBase64, 'base64')";
      if (text === undefined || !code.includes(read)) throw new Error(`${id} has changed`);
      const packed = brotliCompressSync(Buffer.from(text, "base64")).toString("base64");
      return code.replace(text, packed).replace(read, `require('node:zlib').brotliDecompressSync(${read})`);
    },
  },
};

/**
 * Options of rolldown that leave these out, and what only an index names of the modules that do nothing by being loaded.
 * A build throws where a part is not found.
 */
export const leftOut = {
  resolve: { alias: standIns },
  plugins: [withoutParts, packedWasm],
  treeshake: {
    moduleSideEffects: [
      { test: onAnySystem(/src\/core\/|node_modules\/(?:json5|openai|yaml)\//), sideEffects: false },
    ],
  },
};
