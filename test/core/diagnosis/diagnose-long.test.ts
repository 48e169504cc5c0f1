import { describe, expect, it } from "vitest";
import { diagnoseText } from "../../../src/core/diagnosis/diagnose.ts";

// Beginnings of what the signatures look for, which then never comes: a pattern that tries every split hangs here.
const pieces = [
  ...["a", "a-", "a.", "a ", "0", "1,", "_", "/", "\\", "'", '"', "[", "<", "| ", "。", "https://a/", "A_"],
  ...["model ", '"model": "', "model a.a ", "unknown model: ", "openai/", "not allowed ", "list models "],
  ...["error ", "failed to ", "failed to connect to ", "invalid ", "invalida", "not support", "no reply "],
  ...["max_tokens", "temperature", "context window ", "try again in 1", "messages[0].", "tool ", "stream "],
  ...["content ", '"content": ', "api key ", "api_key a", "no available a ", "/responses ", "lookup a"],
  ...["config.", "provider 'a' ", "<title", "at file:", 'File "', "rawError=4", "reason=", "status: "],
  ...["All models failed (1):a|", "模型", "服务", "配置", "代理", "接口", "没有", "上下文", "密钥"],
];

describe("a long text of", () => {
  it.each(pieces)("%j, over and over, is read to its end", (piece) => {
    const text = `${piece.repeat(Math.ceil(100_000 / piece.length))} (request id: 2026010112abcdef)`;
    expect(diagnoseText(text).problem.params.requestId).toBe("2026010112abcdef");
  });
});
