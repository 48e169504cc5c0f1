import { createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { createGateway } from "../../../src/adapters/http/gateway.ts";
import { diagnoseFailure } from "../../../src/core/diagnosis/index.ts";
import { RequestError } from "../../../src/core/problem/index.ts";

const json = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const balance = (micros: string) => {
  const body = `{"available_balance_micros_usd":${micros}}`;
  return `${json}content-length: ${body.length}\r\n\r\n${body}`;
};

/** The cause that is named when a loopback server answers a request with these bytes. */
async function causeOf(answer: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => socket.end(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const target = { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: "sk-demo-x" };
  const error: unknown = await createGateway(target, { version: "1", locale: "en", env: {} })
    .balance()
    .catch((thrown: unknown) => thrown);
  return error instanceof RequestError ? diagnoseFailure(error.failure).problem.code : String(error);
}

it.each([
  ["no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n"],
  ["two lengths", `${json}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
  ["headers without end", `${json}x: ${"a".repeat(100_000)}\r\n\r\n{}`],
  ["what is no gzip", `${json}content-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}`],
  ["a balance of Infinity", balance("1e999")],
  ["a balance of 1e308", balance("1e308")],
])("calls an answer with %s an unexpected one", async (_what, answer) => {
  expect(await causeOf(answer)).toBe("unexpected-answer");
});
