import { createServer } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { run } from "../../helpers/cli.ts";
import { makeHome } from "../../helpers/home.ts";

it.each([200, 400])(
  "ends at the deadline when the body of a %s cannot be unpacked",
  async (status) => {
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", () => socket.end(`HTTP/1.1 ${status} X\r\ncontent-encoding: gzip\r\n\r\nno gzip`));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}/v1`;
    const env = { AISA_BASE_URL: url, AISA_API_KEY: "sk-demo-injected-0123456789abcdef" };
    const args = ["onboard", "--non-interactive", "--no-verify", "--json"];
    const done = await run(args, { home: makeHome(), env, patience: 0.02 });
    expect(done.code).not.toBe(0);
    expect(done.json().problems).toHaveLength(1);
  },
  10_000,
);
