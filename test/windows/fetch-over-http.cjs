// Node's fetch does not connect under Wine, its http does. The program runs with this in front, for tests alone.
const http = require("node:http");
const { Readable } = require("node:stream");

globalThis.fetch = (target, { method = "GET", headers, body, signal } = {}) =>
  new Promise((resolve, reject) => {
    const fail = (cause) =>
      reject(signal?.aborted ? signal.reason : new TypeError("fetch failed", { cause }));
    const request = http.request(
      target,
      { method, headers: { connection: "close", ...headers } },
      (answer) => {
        const hasBody = ![204, 304].includes(answer.statusCode ?? 0);
        const init = { status: answer.statusCode, statusText: answer.statusMessage, headers: answer.headers };
        resolve(new Response(hasBody ? Readable.toWeb(answer) : null, init));
        signal?.addEventListener("abort", () => answer.destroy());
      },
    );
    request.on("error", fail);
    signal?.addEventListener("abort", () => request.destroy(new Error("aborted")));
    request.end(body);
  });
