import type { Locale } from "../src/i18n/index.ts";

/** What the skill's text is filled with, tables in Markdown. */
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
    "Set up, switch and repair AIsa as a model provider of OpenClaw: Qwen, DeepSeek, Kimi K2.5 and Doubao with one key. Use it when the user wants Chinese models, mentions AISA_API_KEY, asks what Qwen, DeepSeek or Kimi cost on AIsa beside Bailian, OpenRouter or Moonshot, wants another model, or when an aisa/… model fails (503 no available channel, model not found, invalid temperature, empty content, key not detected, streaming).",
  modelHead: ["Model", "Reference", "For", "Context", "Output", "USD per 1M in / out", "Latency"],
  priceHead: ["Model", "AIsa, USD per 1M in / out", "Elsewhere"],
  nameHead: ["Right id", "Does not work"],
  colon: ": ",
  comma: ", ",
  body: (parts) => `# AIsa for OpenClaw

AIsa is a gateway that speaks OpenAI's API (\`${parts.baseUrl}\`). Use the tool \`openclaw-aisa\` for everything below.

## Rules

1. Never edit \`openclaw.json\` by hand, and do not write provider blocks from memory. The tool keeps comments, makes a backup, and every change can be taken back with \`npx openclaw-aisa undo\`.
2. Add \`--json\` to read the result: one document with \`ok\`, \`data\` and \`problems\` (each with \`code\`, \`title\`, \`remedy.commands\`).
3. Show the user what would change first: \`--dry-run\`. Then run the command again without it.
4. Never print a key, never put one on a command line. If none is set, ask the user to run \`npx openclaw-aisa onboard\` in a terminal; the key comes from ${parts.keyPage}.

## What to run

| The user wants | Run |
| --- | --- |
| to set AIsa up | \`npx openclaw-aisa onboard --json\` (with \`AISA_API_KEY\` set) |
| to know what is wrong | \`npx openclaw-aisa doctor --json\`, then \`npx openclaw-aisa doctor --fix --dry-run\`, then \`--fix\` |
| an error explained | \`npx openclaw-aisa explain --json '<the text of the error>'\` |
| another default model | \`npx openclaw-aisa models set qwen3-max --json\` (nicknames and old ids work too) |
| to see models and prices | \`npx openclaw-aisa models list --all --json\` |
| one model in detail | \`npx openclaw-aisa models info kimi-k2.5 --json\` |
| more models, or fewer | \`npx openclaw-aisa models add glm-5 --json\`, \`npx openclaw-aisa models remove glm-5 --json\` (with \`--primary <model>\` where it is the default one) |
| to know whether models answer, and how fast | \`npx openclaw-aisa models test --json\`: real calls, paid; above one cent it wants \`--yes\`, so ask the user first |
| prices, limits and ids up to date | \`npx openclaw-aisa models sync --dry-run --json\`, then without \`--dry-run\`; \`data.kept\` are the user's own figures |
| to know what a month costs | \`npx openclaw-aisa models cost --tokens 500M --json\` |
| the last change back | \`npx openclaw-aisa undo --json\` |
| OpenClaw to find the key by itself | \`npx openclaw-aisa plugin install\` |

In a chat the user switches with \`/model aisa/qwen3-max\`. Exit codes: 0 fine, 1 errors found, 2 usage, 3 key, 4 network, 5 config.

## Models that are set up by default

${parts.models}

Figures of ${parts.date}; \`npx openclaw-aisa models list\` and ${parts.pricePage} have today's.

More, by family:

${parts.families}

## Prices beside others

${parts.prices}

## Ids that do not work, and the right ones

${parts.names}

An agent's model is written with the prefix (\`aisa/qwen3-max\`); inside \`models.providers.aisa.models\` the id stands without it. A 503 "no available channel" is a wrong id and no outage: retrying does not help.

## Good to know

- Kimi K2.5 takes temperature 1 and no other. \`doctor --fix\` keeps other temperatures from it. It sometimes answers with empty content: ask again.
- \`supportsDeveloperRole: false\` belongs in an entry's \`compat\`; elsewhere OpenClaw refuses the whole config.
- A background gateway does not see the shell's environment; the \`.env\` in OpenClaw's state directory it does.
- Regions for Qwen: ${parts.regions}. AIsa has no daily limit of requests.

Zero data retention:

${parts.zeroRetention}
`,
};

const chinese: SkillWords = {
  description:
    "在 OpenClaw 中设置、切换和修复模型提供商 AIsa：一个密钥即可使用 Qwen、DeepSeek、Kimi K2.5 和 Doubao。当用户想使用中国 AI 模型、提到 AISA_API_KEY、询问 Qwen/DeepSeek/Kimi 在 AIsa 与 Bailian、OpenRouter、Moonshot 的价格、想换模型，或 aisa/… 模型出错（503 无可用通道、模型未找到、无效温度、空内容、密钥未检测到、流式传输）时使用。",
  modelHead: ["模型", "引用", "适用场景", "上下文", "输出", "美元/100 万（输入 / 输出）", "延迟"],
  priceHead: ["模型", "AIsa，美元/100 万（输入 / 输出）", "其他提供商"],
  nameHead: ["正确的 ID", "不可用"],
  colon: "：",
  comma: "、",
  body: (parts) => `# OpenClaw 的 AIsa 提供商

AIsa 是兼容 OpenAI API 的网关（\`${parts.baseUrl}\`）。以下所有操作都使用工具 \`openclaw-aisa\`。

## 规则

1. 不要手动编辑 \`openclaw.json\`，也不要凭记忆写提供商配置。该工具会保留注释并备份，每次修改都可用 \`npx openclaw-aisa undo\` 撤销。
2. 加 \`--json\` 读取结果：一个文档，含 \`ok\`、\`data\` 和 \`problems\`（每项有 \`code\`、\`title\`、\`remedy.commands\`）。
3. 先用 \`--dry-run\` 让用户看到会改什么，再去掉它运行一次。
4. 不要输出密钥，也不要把密钥写在命令行上。没有密钥时，请用户在终端运行 \`npx openclaw-aisa onboard\`；密钥在 ${parts.keyPage} 获取。

## 运行什么

| 用户想要 | 运行 |
| --- | --- |
| 设置 AIsa | \`npx openclaw-aisa onboard --json\`（已设置 \`AISA_API_KEY\`） |
| 知道哪里出错 | \`npx openclaw-aisa doctor --json\`，然后 \`npx openclaw-aisa doctor --fix --dry-run\`，再 \`--fix\` |
| 解释一个错误 | \`npx openclaw-aisa explain --json '<错误文本>'\` |
| 换默认模型 | \`npx openclaw-aisa models set qwen3-max --json\`（别名和旧 ID 也可以） |
| 查看模型和价格 | \`npx openclaw-aisa models list --all --json\` |
| 某个模型的详情 | \`npx openclaw-aisa models info kimi-k2.5 --json\` |
| 添加或移除模型 | \`npx openclaw-aisa models add glm-5 --json\`、\`npx openclaw-aisa models remove glm-5 --json\`（移除默认模型时加 \`--primary <model>\`） |
| 模型是否正常、有多快 | \`npx openclaw-aisa models test --json\`：实际调用，会产生费用；超过一美分需要 \`--yes\`，请先征得用户同意 |
| 更新价格、上限和 ID | \`npx openclaw-aisa models sync --dry-run --json\`，再去掉 \`--dry-run\`；\`data.kept\` 是用户自己设置的值 |
| 每月费用 | \`npx openclaw-aisa models cost --tokens 500M --json\` |
| 撤销上次修改 | \`npx openclaw-aisa undo --json\` |
| 让 OpenClaw 自行识别密钥 | \`npx openclaw-aisa plugin install\` |

在聊天中用 \`/model aisa/qwen3-max\` 切换。退出码：0 正常，1 发现错误，2 用法，3 密钥，4 网络，5 配置。

## 默认设置的模型

${parts.models}

数据日期：${parts.date}；最新数据见 \`npx openclaw-aisa models list\` 和 ${parts.pricePage}。

更多模型：

${parts.families}

## 价格对比

${parts.prices}

## 不可用的 ID 与正确的 ID

${parts.names}

代理使用的模型要带前缀（\`aisa/qwen3-max\`）；\`models.providers.aisa.models\` 里的 ID 不带前缀。503“无可用通道”是 ID 错误，不是故障：重试没有用。

## 须知

- Kimi K2.5 只接受温度 1。\`doctor --fix\` 会避免把其他温度发给它。它偶尔返回空内容：重试即可。
- \`supportsDeveloperRole: false\` 应写在模型条目的 \`compat\` 里；写在别处 OpenClaw 会拒绝整个配置。
- 后台网关看不到 shell 的环境变量，但能读取 OpenClaw 状态目录里的 \`.env\`。
- Qwen 的区域：${parts.regions}。AIsa 没有每日请求限制。

零数据保留：

${parts.zeroRetention}
`,
};

/** The skill's words in both languages. */
export const words: Readonly<Record<Locale, SkillWords>> = { en: english, "zh-CN": chinese };
