import type { KeyWrapping } from "../../core/keys/index.ts";
import type { Messages } from "../messages.ts";

const wrappings: Record<KeyWrapping, string> = {
  assignment: "变量名",
  quotes: "引号",
  bearer: " Bearer",
  "line-breaks": "换行",
  invisible: "不可见字符",
};

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
    intent: "AIsa 已经配置好了，接下来做什么？",
    intents: {
      "set-up": "全部重新配置",
      keep: "保持不变，只检查是否可用",
      key: "更换密钥",
      models: "更换模型",
      add: "添加模型",
    },
    useKey: (masked, source) => `${masked}（${source}）`,
    key: "AIsa API 密钥",
    keyNote: (page) => `获取密钥：${page}`,
    keyEmpty: "请输入密钥。",
    keyShape: "密钥中间不能有空格或引号。",
    opened: (page) => `已在浏览器中打开 ${page}`,
    afterFailure: "接下来怎么做？",
    another: "换一个密钥",
    again: "再试一次",
    goOn: "不验证，继续",
    stop: "停止，不写入任何内容",
    models: "模型",
    modelsNote: "价格为每百万 token 的美元价，输入与输出",
    drop: (ids) => `${ids.join("、")} 已配置但未选中，要移除吗？`,
    dropThem: "移除，包括所有引用",
    keepThem: "保留",
    primary: "默认模型",
    primaryNow: (reference) => `默认模型（现在是 ${reference}）`,
    keep: (reference) => `保持 ${reference}`,
    fallbacks: "备用模型",
    fallbacksNote: "默认模型失败时依次使用，可不选",
    storage: "密钥保存到",
    plugin: "同时安装 OpenClaw 插件吗（无需改配置即可使用新模型）？",
  },
  help: {
    intent: "第一项不做任何改动。其他改动都会先显示再写入，之后可用 undo 撤销。",
    source: "第一个是 OpenClaw 现在使用的密钥。也可以换用其他密钥，或输入新的密钥。",
    key: "直接粘贴即可，屏幕上不会显示。密钥外面的引号、Bearer 和变量名会自动去掉。",
    models:
      "选中的模型可在 OpenClaw 中使用。输入名称的一部分即可查找，中文名也可以。以后还可添加：openclaw-aisa models add",
    drop: "移除会删除模型条目，以及备用模型和允许列表中的引用。",
    primary: "没有为 agent 或会话单独指定模型时，OpenClaw 使用默认模型。以后可更换：openclaw-aisa models set",
    fallbacks: "默认模型失败时，OpenClaw 按顺序逐个尝试这些模型。",
    storage: "放在 .env 中最稳妥：只有你能读取，OpenClaw 的后台服务也能找到。",
    write: "现在还没有写入任何内容。写入前会备份，之后可恢复：openclaw-aisa undo",
  },
  keyCleaned: (removed) => `已去掉密钥外面的${removed.map((one) => wrappings[one]).join("、")}`,
  replacesDefault: (from, to) => `默认模型 ${from} 将由 ${to} 代替；要保持不变，请加 --primary none`,
  othersStay: (ids) =>
    `${ids.join("、")} 仍然保留在配置中；移除：openclaw-aisa models remove ${ids.join(" ")}`,
  storage: {
    dotenv: (file, hasModes) => `${file}（${hasModes ? "权限 0600，" : ""}后台服务也会读取）`,
    env: "沿用当前环境变量（后台服务看不到 shell 中的变量）",
    config: "openclaw.json，明文保存（OpenClaw 会把它复制到备份中）",
  },
  noKeyFile: (place, file, why) =>
    why === "missing"
      ? `${place}：${file} 不存在`
      : why === "folder"
        ? `${place}：${file} 是文件夹，不是文件`
        : `${place}：没有读取 ${file} 的权限`,
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
  keyStays: (file) =>
    `${file} 中仍有一个密钥，因为其他程序可能在用。如果没有，请删除其中的 AISA_API_KEY 一行。`,
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
    latency: (ms) => `平均 ${(ms / 1000).toFixed(1)} 秒应答`,
    against: (percent, provider) => `比${/^\w/.test(provider) ? " " : ""}${provider} ${percent}`,
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
