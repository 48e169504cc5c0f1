import type { Messages } from "../index.ts";

/** 命令行的帮助与用法提示。 */
export const cli: Messages["cli"] = {
  description:
    "通过 AIsa 在 OpenClaw 中使用 Qwen、DeepSeek、Kimi 和 Doubao：完成配置，保持可用，解释每一个错误。",
  titles: {
    "Usage:": "用法：",
    "Arguments:": "参数：",
    "Options:": "选项：",
    "Commands:": "命令：",
    "Global Options:": "全局选项：",
  },
  after: `从这里开始：
  openclaw-aisa onboard            逐步配置 AIsa
  openclaw-aisa doctor             出问题时使用

退出码：0 正常，1 发现错误或操作失败，2 用法，3 密钥，4 网络，5 配置，70 程序缺陷，130 已取消`,
  options: {
    config: "要使用的 OpenClaw 配置文件，代替 OpenClaw 自己找到的那个",
    profile: "OpenClaw 的 profile，与 openclaw --profile 相同",
    dev: "openclaw --dev 使用的 profile",
    lang: "提示信息的语言",
    json: "标准输出只有一个 JSON 文档，失败时也一样",
    noColor: "不使用颜色（也可设置 NO_COLOR）",
    quiet: "不在标准错误输出进度",
    verbose: "输出更多信息",
    yes: "不询问，直接执行",
    dryRun: "只显示将要做的改动，不写入",
    version: "显示版本号",
    help: "显示本帮助",
    helpCommand: "显示某个命令的帮助",
    offline: "不发送任何请求",
    refresh: "即使已有较新的模型列表，也重新向网关获取",
    baseUrl: "网关的 base URL（也可设置 AISA_BASE_URL）",
  },
  onboard: {
    description: "配置 AIsa：密钥、模型、默认模型；终端中为向导，其他情况用选项",
    apiKey: "AIsa API 密钥（命令行参数对本机其他用户可见，用文件或 AISA_API_KEY 更安全）",
    apiKeyFile: "从文件读取密钥，- 表示标准输入",
    authChoice: "为兼容按 openclaw onboard 编写的脚本而接受",
    keyStorage: "密钥保存位置：状态目录的 .env、现有环境变量，或配置文件",
    models: "要配置的模型：用逗号分隔的 id、default 或 all",
    preset: "预设的模型组合与默认模型",
    primary: "默认模型；none 表示保持不变",
    fallbacks: "备用模型，用逗号分隔",
    plugin: "同时安装本软件包中的 OpenClaw 提供商插件",
    noValidate: "不向网关验证密钥",
    noVerify: "不用 OpenClaw 和一次对话检验结果",
    nonInteractive: "从不提问；没有终端或设置了 CI 时自动如此",
    demo: "用内置网关和临时目录试用，不触碰任何现有文件",
  },
  models: {
    description: "AIsa 的模型：列出、选择、添加、移除、比较、测试",
    set: "把一个模型设为默认模型",
    list: "已配置的模型；--all 列出网关的全部模型",
    agent: "只针对这个 agent",
    all: "网关列出的全部模型",
    search: "只显示 id、名称或系列包含该文字的模型",
  },
  undo: {
    description: "把文件恢复到本工具上次改动之前；再运行一次可恢复该改动",
    list: "列出备份",
  },
  completion: "输出 shell 补全脚本，可补全命令、选项和模型",
  usage: {
    unknownOption: (option) => `没有选项 ${option}`,
    unknownCommand: (command) => `没有命令 ${command}`,
    missingArgument: (name) => `缺少参数 ${name}`,
    missingValue: (option) => `选项 ${option} 需要一个值`,
    excessArguments: (command) => `${command} 的参数过多`,
    invalidChoice: (option, choices) => `${option} 只能取：${choices}`,
    similar: (names) => `是否想用 ${names}？`,
    noCommand: "需要指定一个命令",
  },
  choices: (values) => `（可选：${values.join("、")}）`,
  more: (link) => `详情：${link}`,
  example: "可运行",
  dryRun: "试运行：没有写入任何内容。",
  cancelled: "已取消。",
};
