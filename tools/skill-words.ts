import type { Locale } from "../src/i18n/index.ts";

/** The values in the text of the skill; tables are Markdown. */
export interface SkillParts {
  readonly baseUrl: string;
  readonly keyPage: string;
  readonly pricePage: string;
  /** Date of the figures, YYYY-MM. */
  readonly date: string;
  readonly models: string;
  readonly prices: string;
  readonly names: string;
  readonly families: string;
  readonly zeroRetention: string;
  readonly regions: string;
}

interface SkillWords {
  readonly description: string;
  readonly modelHead: readonly string[];
  readonly priceHead: readonly string[];
  readonly nameHead: readonly string[];
  readonly colon: string;
  readonly comma: string;
  body(parts: SkillParts): string;
}

const english: SkillWords = {
  description:
    "Set up, switch and fix AIsa as a model provider of OpenClaw: Qwen, DeepSeek, Kimi K2.5 and Doubao with one key. Use it when the user wants Chinese models, mentions AISA_API_KEY, asks what Qwen, DeepSeek or Kimi cost on AIsa compared with Bailian, OpenRouter or Moonshot, wants another model, or when an aisa/… model fails (503 no available channel, model not found, invalid temperature, empty content, key not detected, streaming).",
  modelHead: ["Model", "Reference", "For", "Context", "Output", "USD per 1M tokens, in / out", "Latency"],
  priceHead: ["Model", "AIsa, USD per 1M tokens, in / out", "Other providers"],
  nameHead: ["Valid id", "Ids that do not work"],
  colon: ": ",
  comma: ", ",
  body: (parts) => `# AIsa for OpenClaw

AIsa is a gateway with OpenAI's API (\`${parts.baseUrl}\`). Use the tool \`openclaw-aisa\` for everything below.

## Rules

1. Never edit \`openclaw.json\` by hand, and do not write provider blocks from memory. The tool keeps comments and makes a backup, and the last change can be undone with \`npx openclaw-aisa undo\`.
2. Add \`--json\` to read the result: one document with \`ok\`, \`data\` and \`problems\` (each with \`code\`, \`title\`, \`remedy.commands\`).
3. Run a command with \`--dry-run\` first and show the user what would change. Then run it again without \`--dry-run\`.
4. Never print a key, and never put one on a command line. If none is set, ask the user to run \`npx openclaw-aisa onboard\` in a terminal; keys are created at ${parts.keyPage}.

## What to run

| The user wants | Run |
| --- | --- |
| to set AIsa up | \`npx openclaw-aisa onboard --json\` (with \`AISA_API_KEY\` set) |
| to know what is wrong | \`npx openclaw-aisa doctor --json\`, then \`npx openclaw-aisa doctor --fix --dry-run\`, then \`--fix\` |
| an explanation of an error | \`npx openclaw-aisa explain --json '<the text of the error>'\` |
| another default model | \`npx openclaw-aisa models set qwen3-max --json\` (nicknames and retired ids work too) |
| to see models and prices | \`npx openclaw-aisa models list --all --json\` |
| details of one model | \`npx openclaw-aisa models info kimi-k2.5 --json\` |
| more models, or fewer | \`npx openclaw-aisa models add glm-5 --json\`, \`npx openclaw-aisa models remove glm-5 --json\` (to remove the default model, add \`--primary <model>\`) |
| to know whether models answer, and how fast | \`npx openclaw-aisa models test --json\`: it makes paid calls; above $0.01 it requires \`--yes\`, so ask the user first |
| current prices, limits and ids | \`npx openclaw-aisa models sync --dry-run --json\`, then without \`--dry-run\`; \`data.kept\` lists the user's own values, which stay |
| to know what a month costs | \`npx openclaw-aisa models cost --tokens 500M --json\` |
| to undo the last change | \`npx openclaw-aisa undo --json\` |
| OpenClaw to read \`AISA_API_KEY\` itself | \`npx openclaw-aisa plugin install\` |

In a chat the user switches with \`/model aisa/qwen3-max\`. Exit codes: 0 success, 1 errors found or failed, 2 usage, 3 key, 4 network, 5 config, 10 \`--check\` would change something, 70 bug in the tool, 130 cancelled.

## Default models

${parts.models}

Figures of ${parts.date}; \`npx openclaw-aisa models list\` and ${parts.pricePage} have the current ones.

Other models by family:

${parts.families}

## Prices compared

${parts.prices}

## Ids that do not work, and what to use instead

${parts.names}

A reference to a model has the prefix (\`aisa/qwen3-max\`); the id of an entry in \`models.providers.aisa.models\` does not. A 503 "no available channel" usually means a wrong id, not an outage: retrying does not help.

## Notes

- Kimi K2.5 accepts only temperature 1; \`doctor --fix\` sets it for this model. It sometimes answers without text: ask again.
- \`supportsDeveloperRole: false\` belongs in an entry's \`compat\`; anywhere else OpenClaw rejects the whole config.
- A background gateway does not inherit the shell's environment; it reads the \`.env\` in OpenClaw's state directory.
- Regions for Qwen: ${parts.regions}. AIsa has no daily limit of requests.

Zero data retention:

${parts.zeroRetention}
`,
};

const chinese: SkillWords = {
  description:
    "在 OpenClaw 中设置、切换和修复模型提供商 AIsa：一个密钥即可使用 Qwen、DeepSeek、Kimi K2.5 和 Doubao。当用户想使用中国 AI 模型、提到 AISA_API_KEY、询问 Qwen/DeepSeek/Kimi 在 AIsa 与 Bailian、OpenRouter、Moonshot 的价格、想换模型，或 aisa/… 模型出错（503 无可用渠道、模型未找到、无效温度、空内容、密钥未检测到、流式传输）时使用。",
  modelHead: ["模型", "引用", "适用场景", "上下文", "输出", "美元/百万 token（输入 / 输出）", "延迟"],
  priceHead: ["模型", "AIsa，美元/百万 token（输入 / 输出）", "其他提供商"],
  nameHead: ["有效的 id", "不可用的 id"],
  colon: "：",
  comma: "、",
  body: (parts) => `# OpenClaw 的 AIsa 提供商

AIsa 是兼容 OpenAI API 的网关（\`${parts.baseUrl}\`）。以下所有操作都使用工具 \`openclaw-aisa\`。

## 规则

1. 不要手动编辑 \`openclaw.json\`，也不要凭记忆写提供商配置。该工具会保留注释并备份，上一次改动可用 \`npx openclaw-aisa undo\` 撤销。
2. 加 \`--json\` 读取结果：一个文档，含 \`ok\`、\`data\` 和 \`problems\`（每项有 \`code\`、\`title\`、\`remedy.commands\`）。
3. 先加 \`--dry-run\` 运行，让用户看到会改什么，再去掉它运行一次。
4. 不要输出密钥，也不要把密钥写在命令行上。没有密钥时，请用户在终端运行 \`npx openclaw-aisa onboard\`；密钥在 ${parts.keyPage} 获取。

## 运行什么

| 用户想要 | 运行 |
| --- | --- |
| 设置 AIsa | \`npx openclaw-aisa onboard --json\`（已设置 \`AISA_API_KEY\`） |
| 知道哪里出错 | \`npx openclaw-aisa doctor --json\`，然后 \`npx openclaw-aisa doctor --fix --dry-run\`，再 \`--fix\` |
| 解释一个错误 | \`npx openclaw-aisa explain --json '<错误文本>'\` |
| 换默认模型 | \`npx openclaw-aisa models set qwen3-max --json\`（别名和停用的 id 也可以） |
| 查看模型和价格 | \`npx openclaw-aisa models list --all --json\` |
| 某个模型的详情 | \`npx openclaw-aisa models info kimi-k2.5 --json\` |
| 添加或移除模型 | \`npx openclaw-aisa models add glm-5 --json\`、\`npx openclaw-aisa models remove glm-5 --json\`（移除默认模型时加 \`--primary <model>\`） |
| 模型是否正常、有多快 | \`npx openclaw-aisa models test --json\`：实际调用，会产生费用；超过 $0.01 需要 \`--yes\`，请先征得用户同意 |
| 更新价格、上限和 id | \`npx openclaw-aisa models sync --dry-run --json\`，再去掉 \`--dry-run\`；\`data.kept\` 列出用户自己设置的值，它们保持不变 |
| 每月费用 | \`npx openclaw-aisa models cost --tokens 500M --json\` |
| 撤销上一次改动 | \`npx openclaw-aisa undo --json\` |
| 让 OpenClaw 自己读取 \`AISA_API_KEY\` | \`npx openclaw-aisa plugin install\` |

在聊天中用 \`/model aisa/qwen3-max\` 切换。退出码：0 成功，1 发现错误或操作失败，2 用法，3 密钥，4 网络，5 配置，10 \`--check\` 发现需要改动，70 工具缺陷，130 已取消。

## 默认模型

${parts.models}

数据日期：${parts.date}；最新数据见 \`npx openclaw-aisa models list\` 和 ${parts.pricePage}。

其他模型：

${parts.families}

## 价格对比

${parts.prices}

## 不可用的 id 与替代的 id

${parts.names}

引用模型时要带前缀（\`aisa/qwen3-max\`）；\`models.providers.aisa.models\` 里条目的 id 不带前缀。503“无可用渠道”多半是 id 不对，不是故障：重试没有用。

## 须知

- Kimi K2.5 只接受温度 1，\`doctor --fix\` 会为它单独设置。它偶尔返回空内容：重试即可。
- \`supportsDeveloperRole: false\` 应写在模型条目的 \`compat\` 里；写在别处 OpenClaw 会拒绝整个配置。
- 后台网关看不到 shell 的环境变量，但能读取 OpenClaw 状态目录里的 \`.env\`。
- Qwen 的区域：${parts.regions}。AIsa 没有每日请求限制。

零数据保留：

${parts.zeroRetention}
`,
};

/** The skill's words in both languages. */
export const words: Readonly<Record<Locale, SkillWords>> = { en: english, "zh-CN": chinese };
