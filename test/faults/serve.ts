import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What a server does with whoever asks: sends these bytes, and then ends the connection in one of three ways. */
export interface RawAnswer {
  readonly bytes: Buffer;
  /** `reset`: the connection breaks; `hang`: it stays open and nothing more comes. */
  readonly ending: "end" | "reset" | "hang";
}

/** A server on the loopback address whose answers are bytes. */
export interface RawServer {
  /** `http://127.0.0.1:<port>/v1` */
  readonly url: string;
  /** What it answers from now on. */
  answer: RawAnswer;
  /** What was sent to it so far. */
  readonly asked: readonly string[];
}

/** Starts a server that answers every request with the same bytes; it ends with the test. */
export async function serveRaw(first: RawAnswer): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const asked: string[] = [];
  const state = { answer: first };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.once("data", (request) => {
      asked.push(request.toString("latin1"));
      const { bytes, ending } = state.answer;
      if (ending === "end") socket.end(bytes);
      else socket.write(bytes, () => ending === "reset" && socket.resetAndDestroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return Object.assign(state, { url: `http://127.0.0.1:${address.port}/v1`, asked });
}

/** The bytes of an HTTP answer: status line, headers and body, with a length where no other framing is named. */
export function rawAnswer(
  status: number | string,
  headers: readonly string[],
  body: string | Buffer,
): Buffer {
  const content = Buffer.from(body as string);
  const framed = headers.some((line) => /^(content-length|transfer-encoding):/i.test(line));
  const lines = [...headers, ...(framed ? [] : [`content-length: ${content.length}`])];
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} X\r\n${lines.join("\r\n")}\r\n\r\n`, "latin1"),
    content,
  ]);
}
