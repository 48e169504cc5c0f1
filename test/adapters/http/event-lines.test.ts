import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { EventLines } from "../../../src/adapters/http/event-lines.ts";
import { createGateway } from "../../../src/adapters/http/gateway.ts";
import { RequestError } from "../../../src/core/problem/request-failure.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

const tooLong = () => new RangeError("too long");

/** The lines of a text that comes in chunks of these sizes, in bytes. */
function linesOf(text: string, sizes: readonly number[], most = 1e6): string[] {
  const bytes = new TextEncoder().encode(text);
  const lines = new EventLines(most, tooLong);
  const out: string[] = [];
  let at = 0;
  for (const size of sizes) {
    out.push(...lines.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return [...out, ...lines.push(bytes.subarray(at)), lines.end()];
}

describe("lines of a stream", () => {
  it("are the same however it is cut", () => {
    const piece = fc.constantFrom("data: x", "\n", "\r\n", "\r", "é", "好", "😀", "");
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(9)), (pieces, sizes) => {
        const text = pieces.join("");
        expect(linesOf(text, sizes)).toEqual(text.replace(/\r$/, "").split(/\r?\n/));
      }),
    );
  });

  it("are searched once: an endless line costs each of its chunks alone", () => {
    let searched = 0;
    const split = String.prototype.split;
    vi.spyOn(String.prototype, "split").mockImplementation(function (this: string, ...args: unknown[]) {
      searched += this.length;
      return Reflect.apply(split, this, args);
    });
    const size = 64;
    linesOf("x".repeat(64_000), Array(1000).fill(size));
    vi.restoreAllMocks();
    expect(searched).toBe(64_000);
  });

  it("end where one is too long", () => {
    expect(linesOf("12345\n12345\n", [3, 3, 3], 5)).toEqual(["12345", "12345", ""]);
    expect(() => linesOf("12345\n123456", [3, 3, 3], 5)).toThrow("too long");
  });
});

it("a chat whose stream is one endless line fails at the size limit, before the deadline", async () => {
  let sent = 0;
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: ");
    const chunk = "x".repeat(1000);
    const send = () => {
      for (let more = true; more && !response.destroyed; sent += chunk.length) more = response.write(chunk);
    };
    response.on("drain", send);
    send();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const target = { baseUrl: `http://127.0.0.1:${port}/v1`, apiKey: "sk-aisa-0123456789abcdef" };
    const gateway = createGateway(target, { version: "1.0.0", locale: "en", env: {} });
    const chat = gateway.chat({ model: "qwen3-max", prompt: "Hello.", maxTokens: 16, stream: true });
    const error = await chat.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RequestError);
    expect((error as RequestError).failure).toMatchObject({
      kind: "too-large",
      message: "more than 1048576 bytes in one line",
    });
    expect(sent).toBeLessThan(16e6);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
