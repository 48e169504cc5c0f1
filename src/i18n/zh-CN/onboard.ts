import type { Messages } from "../messages.ts";

/** onboard 的用语。 */
export const onboard: Messages["onboard"] = {
  tagline: "在 OpenClaw 中使用 Qwen、DeepSeek、Kimi 和 Doubao",
  demo: "演示模式：使用内置网关和临时目录，不会触碰任何现有文件",
  demoFlag: (flag) => `演示模式自带目录和网关，不接受 ${flag}`,
  looking: "正在查看现有环境",
  demoDone: "演示结束。正式使用：  npx openclaw-aisa onboard",
  demoKey: "演示网关",
  labels: { openclaw: "OpenClaw", config: "配置", key: "密钥" },
  openclawMissing: "PATH 中没有；安装后会读取这份配置",
  openclawBroken: (reason) => `已找到，但在此无法运行：${reason}`,
  configAt: (file, text) => `${file}（${text}）`,
  configNew: "将新建",
  configFound: (providers, ours) =>
    `${providers} 个提供商，${ours === undefined ? "尚无 AIsa" : `AIsa 已有 ${ours} 个模型`}`,
  keyNone: (page) => `未找到   获取：${page}`,
  keyGiven: (flag) => `由 ${flag} 提供`,
  keyFound: (masked, source) => `${masked}（${source}）`,
  ask: {
    useKey: (masked, source) => `使用来自 ${source} 的密钥 ${masked} 吗？`,
    key: "AIsa API 密钥",
    keyNote: (page) => `获取密钥：${page}`,
    keyEmpty: "需要一个密钥。按 Esc 取消。",
    keyShape: "密钥中不能有空格、引号或换行。",
    afterFailure: "接下来怎么做？",
    another: "换一个密钥",
    again: "再试一次",
    goOn: "不验证，继续",
    stop: "停止，不写入任何内容",
    models: "模型",
    modelsNote: "价格为每百万 token 的美元价，输入与输出",
    primary: "默认模型",
    keep: (reference) => `保持 ${reference}`,
    fallbacks: "备用模型",
    fallbacksNote: "默认模型失败时依次使用，可不选",
    storage: "密钥保存到",
    plugin: "同时安装 OpenClaw 插件吗（无需改配置即可使用新模型）？",
  },
  storage: {
    dotenv: (file, hasModes) => `${file}（${hasModes ? "权限 0600，" : ""}后台服务也会读取）`,
    env: "沿用当前环境变量（后台服务看不到 shell 中的变量）",
    config: "openclaw.json，明文保存（OpenClaw 会把它复制到备份中）",
  },
  noKeyFile: (file, why) =>
    why === "missing"
      ? `--aisa-api-key-file：${file} 不存在`
      : why === "folder"
        ? `--aisa-api-key-file：${file} 是文件夹，不是文件`
        : `--aisa-api-key-file：没有读取 ${file} 的权限`,
  standardInput: "标准输入",
  twoKeys: "--aisa-api-key 和 --aisa-api-key-file 不能同时使用",
  storageEnv: (set) =>
    set
      ? "--key-storage env：AISA_API_KEY 中是另一个密钥；请改为新密钥，或使用 --key-storage dotenv"
      : "--key-storage env：未设置 AISA_API_KEY；请先设置，或使用 --key-storage dotenv",
  storageConfigWarning:
    "密钥以明文写在 openclaw.json 中：OpenClaw 会把它复制到备份，之后删除也不会清除这些备份。",
  argumentWarning:
    "密钥通过命令行参数传入，本机其他用户可以看到。更安全的方式：--aisa-api-key-file 或 AISA_API_KEY。",
  checking: (host) => `正在向 ${host} 验证密钥`,
  keyAccepted: (models, balance) => `密钥有效 · ${models} 个模型${balance ? ` · 余额 ${balance}` : ""}`,
  keyUnchecked: "密钥未验证",
  keyUnseen: "密钥未验证：在这里读不到引用所指的内容",
  printAndDiff: "--print 和 --diff 不能同时使用",
  twoInputs: "标准输入不能同时用作配置和密钥",
  printedKey: "--print 从不输出密钥：请用 --key-ref 代替 --key-storage config",
  keyElsewhere: (variable) => `输出的配置需要 ${variable} 提供密钥`,
  inComment: "注释",
  refAndStorage: "--key-ref 和 --key-storage 不能同时使用",
  badKeyRef: (text) =>
    `--key-ref ${JSON.stringify(text)} 无效：应为 env:变量名（大写）、file:/绝对路径 或 exec:/绝对路径`,
  baseUrlCorrected: (from, to) => `base URL ${from} 已更正为 ${to}`,
  replaced: (from, to) => `${from} 已不再提供，由 ${to} 代替`,
  leftOut: (id) => `该网关不提供 ${id}，已略过`,
  resolved: (text, id) => `${text} 即 ${id}`,
  accepted: (version) => `已接受    OpenClaw ${version}`,
  acceptChecking: (version) => `OpenClaw ${version} 正在检查配置`,
  notRun: (reason) => `未经 OpenClaw 检查：${reason}`,
  notThere: "未经 OpenClaw 检查：PATH 中没有它",
  notAsked: (model) => `未测试：${model}（密钥未经验证）`,
  offer: {
    input: (price) => `输入 ${price}`,
    output: (price) => `输出 ${price}`,
    against: (percent, provider) => `比 ${provider} ${percent}`,
  },
  timedOut: "未在时限内回应",
  answering: (model) => `等待 ${model} 回答`,
  answered: (model, first) => `已回答    ${model}，首个 token ${first}`,
  unchanged: "无需改动：AIsa 已按要求配置好。",
  next: "接下来：",
  nextChat: (model) => (model === undefined ? "开始对话" : `开始对话，用  /model ${model}  切换模型`),
  nextDoctor: "出问题时使用",
  nextRestart: "如果其网关正在运行：它只在启动时读取密钥",
  nextExport: "在运行 OpenClaw 的环境中设置：密钥没有保存",
  seconds: (value) => `${value} 秒`,
};
