import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnoseText } from "../../../src/core/diagnosis/diagnose.ts";
import { parseLabelled } from "../../accuracy/measure.ts";
import { root } from "../../helpers/cli.ts";

/** What people paste by mistake: none of it is the gateway's or the model's trouble. */
const foreign = [
  // Shells, files, packages, other programs.
  "bash: foo: command not found",
  "rm: cannot remove 'a': Permission denied",
  "ssh: connect to host box.example port 22: Connection refused",
  "write failed: disk quota exceeded",
  "EMFILE: too many open files, watch",
  "EACCES: permission denied, open '/home/me/.openclaw/openclaw.json'",
  "Error: listen EADDRINUSE: address already in use 127.0.0.1:18789",
  "E: Could not get lock /var/lib/dpkg/lock-frontend - open (11: Resource temporarily unavailable)",
  "npm warn deprecated left@1.0.0: This module is not supported",
  "Error: gateway already running (pid 12); lock timeout after 5000ms",
  "Traceback (most recent call last):\n  File \"a.py\", line 3, in <module>\n    print(x)\nNameError: name 'x' is not defined",
  "TypeError: Cannot read properties of undefined (reading 'map')\n    at render (/app/view.js:10:5)",
  "thread 'main' panicked at 'index out of bounds', src/main.rs:4:37",
  "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'left' imported from /app/dist/index.js",
  'psql: error: FATAL: role "me" does not exist',
  "bash: syntax error: unexpected end of file",
  // Logs of a day on which all went well.
  "[gateway] listening on ws://127.0.0.1:18789 (PID 4242)",
  "[diagnostic] lane task done: lane=main durationMs=4308 active=0 queued=0",
  "Config overwrite: /home/me/.openclaw/openclaw.json (sha256 1a -> 2b, backup=/home/me/.openclaw/openclaw.json.bak)",
  '10.0.0.1 - - [05/Mar/2026 06:06:03] "GET /health HTTP/1.1" 200 -',
  "systemd[1]: openclaw-gateway.service: Main process exited, code=exited, status=1/FAILURE",
  'data: {"id":"1","object":"chat.completion.chunk","choices":[{"delta":{"content":"Hi"},"index":0,"finish_reason":null}]}',
  '{"models":{"providers":{"aisa":{"baseUrl":"https://gw.example/v1","apiKey":"${AISA_API_KEY}","models":[]}}}}',
  // Prose with tempting words.
  "Recipe: preheat the oven; do not let the temperature exceed 200 degrees.",
  "The judge refused the motion; the appeal was rejected.",
  "The region is known for its wine; the country has no coast.",
  "Images of the vision board are not in the folder.",
  "Stream the movie tonight; no subscription required.",
  "What does context window mean?",
  "今天天气很好，我们去公园吧。",
  "无法将“foo”项识别为 cmdlet、函数、脚本文件或可运行程序的名称。",
  // Names that clients give to every failure.
  "Credentials validation failed: invalid response",
  "Chat API Streaming Error: 400 Provider returned error",
  "模型服务调用失败",
  "HTTP 400 错误，响应体为空",
] as const;

describe("what is no trouble of a gateway", () => {
  it.each(foreign)("stays without a cause: %s", (text) => {
    expect(diagnoseText(text).problem).toMatchObject({ code: "other" });
  });
});

/** What clients and logs put around a message, none of which changes its cause. */
const wrappers: Readonly<Record<string, (text: string) => string>> = {
  "a log line": (text) =>
    `2026-01-01T00:00:00Z [agent/embedded] embedded run agent end: runId=ab12 isError=true model=glm-x9 provider=acme error=${text}`,
  "the address behind it": (text) => `${text}, url: https://gw.example/v1/chat/completions`,
  "a client's own words": (text) =>
    `WARNING loop: API call failed (attempt 1/3) base_url=https://gw.example/v1 model=glm-x9 summary=${text}`,
  "Python and a frame": (text) =>
    `openai.APIError: ${text}\n  File "/usr/lib/python3/site-packages/httpx/_client.py", line 12, in send`,
  "a Chinese question": (text) => `用 OpenClaw 的时候报错了：${text} 怎么解决`,
};
const errors = join(root, "..", "shared", "corpus", "errors.jsonl");

describe("real texts keep their cause", () => {
  it.skipIf(!existsSync(errors)).each(Object.entries(wrappers))("in %s", (_name, wrap) => {
    const known = parseLabelled(readFileSync(errors, "utf8"));
    const named = known.filter(({ text, label }) => diagnoseText(text).problem.code === label);
    const lost = named.filter(({ text, label }) => diagnoseText(wrap(text)).problem.code !== label);
    expect(named.length).toBeGreaterThan(100);
    expect(lost.map(({ label, text }) => `${label}: ${text.slice(0, 120)}`)).toEqual([]);
  });
});
