import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { it } from "vitest";
import { type Run, run } from "../helpers/cli.ts";
import { disguises, leaksOf } from "../helpers/disguises.ts";
import { type Home, makeHome, quickFolder } from "../helpers/home.ts";
import { illsOfRun } from "./scenarios.ts";
import { type RawAnswer, type RawServer, rawAnswer, serveRaw } from "./serve.ts";
import { isLong, newTally } from "./tally.ts";

const key = "sk-Zq7Xw2Rt9Lm4Vb8Np3Kd6Hs1Jf5Gc0Yz";
/** A deadline of a request: 15 s times this. */
const patience = 0.03;
const json = "content-type: application/json";
const list = JSON.stringify({ object: "list", data: [{ id: "qwen3-max", context_length: 262144 }] });
const chat = JSON.stringify({
  choices: [{ index: 0, message: { role: "assistant", content: "ok" }, finish_reason: "stop" }],
  usage: { prompt_tokens: 1, completion_tokens: 1 },
});
const stream = `data: {"choices":[{"index":0,"delta":{"content":"ok"}}]}\n\ndata: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n`;
const refusal = JSON.stringify({ error: { message: `invalid key ${key}`, code: "invalid_api_key" } });

const commands: readonly (readonly string[])[] = [
  ["onboard", "--non-interactive", "--json"],
  ["onboard", "--non-interactive", "--no-verify"],
  ["models", "test", "qwen3-max", "-y", "--json"],
  ["models", "test", "qwen3-max", "-y"],
  ["models", "list"],
  ["models", "set", "qwen3-max", "--json"],
  ["models", "sync", "-y"],
  ["doctor", "--json"],
  ["doctor", "--report", "-"],
];

/** Answers as a gateway gives them, each of which is then damaged. */
const sound: readonly Buffer[] = [
  rawAnswer(200, [json], list),
  rawAnswer(200, [json, "content-encoding: gzip"], gzipSync(list)),
  rawAnswer(200, [json, "content-encoding: deflate"], deflateSync(list)),
  rawAnswer(200, [json, "content-encoding: br"], brotliCompressSync(list)),
  rawAnswer(200, [json], chat),
  rawAnswer(200, ["content-type: text/event-stream"], stream),
  rawAnswer(200, [json, "transfer-encoding: chunked"], `5\r\n${list.slice(0, 5)}\r\n0\r\n\r\n`),
  rawAnswer(401, [json, `x-request-id: ${key}`], refusal),
  rawAnswer(429, [json, "retry-after: 700"], refusal),
];

const header = fc.constantFrom(
  json,
  "content-type: text/html",
  `content-type: ${key}`,
  "content-type: text/event-stream",
  "content-length: 5",
  "content-length: 99999",
  "content-length: -1",
  "transfer-encoding: chunked",
  ...["gzip", "deflate", "br", "zstd", "compress", "gzip, br, gzip"].map((one) => `content-encoding: ${one}`),
  "location: http://[",
  "location: /v1/models",
  "location: javascript:alert(1)",
  "retry-after: 0",
  "retry-after: 1e400",
  "retry-after: Fri, 31 Dec 9999 23:59:59 GMT",
  "date: Thu, 01 Jan 1970 00:00:00 GMT",
  "x: \u0001\u001b[2J",
  `x-request-id: ${key}`,
  `x-large: ${"a".repeat(20_000)}`,
);
const body = fc.oneof(
  fc.json(),
  fc.string(),
  fc.constantFrom(
    "",
    list,
    chat,
    stream,
    refusal,
    "[".repeat(50_000),
    `{"data":[{"id":"${key}","context_length":1}]}`,
    '{"data":[{"id":"\\u001b[2Jqwen3-max","context_length":1e308},{"id":"qwen3-max","context_length":-1}]}',
    '{"data":[{"id":"qwen3-max","context_length":1},{"id":{}},null,7,{"id":"a/../../b"}]}',
    '{"data":{"__proto__":{"id":1}}}',
    '{"available_balance_micros_usd":1e999}',
    '{"choices":[{"message":{"content":{"a":1}}}]}',
    'data: {"error":{"message":"late"}}\n\n',
    'data: {"choices":[{"delta":{"content":5}}]}\n\ndata: [DONE]\n\n',
    "data: {\n\ndata: [DONE]\n\n",
    `<html>${"\u202e<script>".repeat(50)}</html>`,
  ),
);
const status = fc.constantFrom(
  100,
  101,
  199,
  200,
  204,
  206,
  301,
  304,
  307,
  400,
  401,
  402,
  403,
  404,
  407,
  418,
  429,
  451,
  500,
  503,
  600,
  999,
  99,
  "",
);
const packed = body.chain((text) =>
  fc.constantFrom(Buffer.from(text), gzipSync(text), deflateSync(text), brotliCompressSync(text)),
);
const made = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.tuple(status, fc.array(header, { maxLength: 4 }), packed).map((parts) => rawAnswer(...parts)),
);
const damaged = fc
  .tuple(fc.constantFrom(...sound), fc.nat(), fc.uint8Array({ maxLength: 3 }), fc.nat(3))
  .map(([bytes, place, garbage, removed]) => {
    const at = place % bytes.length;
    return Buffer.concat([bytes.subarray(0, at), garbage, bytes.subarray(at + removed)]);
  });
const cut = fc
  .tuple(fc.constantFrom(...sound), fc.nat())
  .map(([bytes, place]) => bytes.subarray(0, place % bytes.length));
const answers: readonly (readonly [fc.Arbitrary<Buffer>, RawAnswer["ending"], number])[] = [
  [made, "end", 1_000],
  [damaged, "end", 1_000],
  [cut, "end", 300],
  [cut, "reset", 300],
  [fc.oneof(cut, made), "hang", 30],
];

interface Place {
  readonly home: Home;
  readonly server: RawServer;
  start(args: readonly string[]): Promise<{ readonly done: Run | undefined; readonly ills: string[] }>;
}

/** A home whose gateway answers with bytes. */
async function makePlace(): Promise<Place> {
  const home = makeHome(undefined, quickFolder);
  const server = await serveRaw({ bytes: Buffer.alloc(0), ending: "end" });
  const env = { AISA_BASE_URL: server.url, AISA_API_KEY: key };
  const text = `{ models: { providers: { aisa: { baseUrl: '${server.url}', apiKey: '\${AISA_API_KEY}', api: 'openai-completions', models: [{ id: 'qwen3-max', name: 'Qwen' }] } } } }\n`;
  const start = async (args: readonly string[]) => {
    home.write(".openclaw/openclaw.json", text);
    const done = await within(run(args, { home, env, patience }));
    const written = home.read(home.config);
    const ills = done === undefined ? ["it hangs"] : illsOfAnswer(done, args.includes("--json"));
    if (done !== undefined && done.code !== 0 && !args.includes("doctor") && written !== text)
      if (!/changed|backup|undo/.test(done.stdout + done.stderr)) ills.push("it failed and changed the file");
    if (written.includes(key)) ills.push("the key is in the config");
    return { done, ills };
  };
  return { home, server, start };
}

/** What `work` gives, undefined where it does not end. */
async function within<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), 30_000);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function illsOfAnswer(done: Run, isJson: boolean): string[] {
  const ills = illsOfRun(done);
  const said = done.stdout + done.stderr;
  if (/check-crashed/.test(said)) ills.push("a check crashed");
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(said))
    ills.push("a control character");
  ills.push(...leaksOf(said, key).map((part) => `it shows ${part}`));
  try {
    if (isJson) done.json();
  } catch {
    ills.push("no JSON document");
  }
  return ills;
}

it("survives hostile answers of a gateway", async (context) => {
  const tally = newTally("hostile answers");
  const { server, start } = await makePlace();
  let turn = 0;
  for (const [arbitrary, ending, long] of answers)
    for (const bytes of fc.sample(arbitrary, { numRuns: Math.ceil(isLong ? long : long / 100), seed: 7 })) {
      server.answer = { bytes, ending };
      const args = commands[turn % commands.length] ?? [];
      turn += 1;
      const { ills } = await start(args);
      tally.add(
        `${args.join(" ")} on ${ending} of ${JSON.stringify(bytes.toString("latin1").slice(0, 300))}`,
        ills,
      );
    }
  tally.close(context);
});

/** Where in an answer a gateway or a proxy may show what was sent to it. */
const places: Readonly<Record<string, (shown: string) => Buffer>> = {
  "a refusal": (shown) => rawAnswer(401, [json], JSON.stringify({ error: { message: `bad key ${shown}` } })),
  "a text of JSON": (shown) => rawAnswer(503, [json], `{"error":{"message":"got <${shown}> back"}}`),
  "a page": (shown) => rawAnswer(502, ["content-type: text/html"], `<html><p>${shown}</p></html>`),
  "a success that is none": (shown) => rawAnswer(200, [json], `{"seen": ${JSON.stringify(shown)}}`),
  "the id of a model": (shown) =>
    rawAnswer(200, [json], JSON.stringify({ data: [{ id: shown }, { id: "qwen3-max" }] })),
  "the answer of a model": (shown) =>
    rawAnswer(
      200,
      [json],
      JSON.stringify({ choices: [{ message: { content: shown }, finish_reason: shown }] }),
    ),
  "an error in a stream": (shown) =>
    rawAnswer(
      200,
      ["content-type: text/event-stream"],
      `data: ${JSON.stringify({ error: { message: shown } })}\n\n`,
    ),
  "a header": (shown) => rawAnswer(400, [json, `x-request-id: ${shown.replace(/\s+/g, " ")}`], "{}"),
  "a redirect": (shown) =>
    rawAnswer(302, [`location: http://127.0.0.1:1/?seen=${shown.replace(/\s+/g, "")}`], ""),
};

it("shows no part of a key that an answer contains in encoded form", async (context) => {
  const tally = newTally("disguises of the key");
  const { server, start } = await makePlace();
  const bare = key.slice(3);
  const stretch = fc.tuple(
    fc.constantFrom("", "a", "ab", "Bearer ", "x Bearer ", "sk-"),
    fc.nat({ max: bare.length - 10 }),
    fc.integer({ min: 10, max: bare.length }),
  );
  const all = Object.entries(disguises).flatMap(([name, disguise]) =>
    Object.entries(places).map((place) => ({ name, disguise, place })),
  );
  const cases = fc.sample(stretch, { numRuns: isLong ? 3 * all.length : 24, seed: 7 });
  for (const [turn, [lead, from, length]] of cases.entries()) {
    const one = all[isLong ? turn % all.length : (turn * 7) % all.length];
    if (one === undefined) continue;
    const { name, disguise, place } = one;
    server.answer = { bytes: place[1](disguise(lead + bare.slice(from, from + length))), ending: "end" };
    const args = commands[(turn + Math.floor(turn / all.length)) % commands.length] ?? [];
    const { done, ills } = await start(args);
    tally.add(`${args.join(" ")}: ${name} in ${place[0]}`, [
      ...ills,
      ...(ills.length > 0 ? [(done?.stdout ?? "") + (done?.stderr ?? "")] : []),
    ]);
  }
  tally.close(context);
});
