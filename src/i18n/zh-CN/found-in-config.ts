import type * as english from "../en/found-in-config.ts";

const refusal = "OpenClaw 会因此拒绝整个配置，无法启动。";

/** A place that OpenClaw does not accept. Undefined for a text that only says that there is one. */
export const schemaWords: typeof english.schemaWords = ({ params }) => {
  const { path = "配置中的某处", replacement } = params;
  switch (params.variant) {
    case "unknown-key":
      return {
        title: `OpenClaw 不认识 ${path}`,
        detail: refusal,
        remedy: replacement ? `键名改为 ${replacement}。` : "将它删除。",
      };
    case "wrong-value":
      return {
        title: `OpenClaw 不接受 ${path} 的值`,
        detail: refusal,
        remedy: replacement ? `改为 ${replacement}。` : "改成正确的值；没有正确的值时将它删除。",
      };
    case "missing":
      return { title: `缺少 ${path}`, detail: refusal, remedy: "写入默认模型。" };
    case "include-missing":
      return {
        title: `配置引用了不存在的文件：${params.file ?? "?"}`,
        detail: refusal,
        remedy: "请创建该文件，或去掉这个 $include。",
      };
    case "openclaw":
      return {
        title: `OpenClaw ${params.version ?? ""} 不接受这份配置`.replace("  ", " "),
        detail: "它指出的位置改正之前，它无法启动。",
        remedy: "请改正这些位置；修改后可再次询问 OpenClaw：",
        commands: ["openclaw config validate"],
      };
    default:
      return undefined;
  }
};

/** The base URL that stands in the config. */
export const baseUrlWords: typeof english.baseUrlWords = ({ params }) => {
  const { path, replacement } = params;
  if (path === undefined) return undefined;
  if (params.variant === "plain-http")
    return {
      title: "密钥会以明文在网络上传输",
      detail: "base URL 以 http: 开头，途中的任何人都能读到密钥。",
      remedy: replacement?.startsWith("https:")
        ? `改为 ${replacement}。`
        : "如果该网关支持 https:，请改用它；否则请在本机运行网关。",
    };
  const becomes = replacement ? `改为 ${replacement}。` : "它必须以 /v1 结尾，且只出现一次。";
  if (params.variant === "missing")
    return { title: "provider 没有 base URL", detail: refusal, remedy: becomes };
  return {
    title: "base URL 指向了错误的地址",
    detail: "它必须是以 /v1 结尾的地址，/v1 只出现一次，后面不能再有内容。",
    remedy: becomes,
  };
};

/** The API that stands in the config. */
export const apiWords: typeof english.apiWords = ({ params }) =>
  params.path === undefined
    ? undefined
    : {
        title: `${params.path} 不是网关使用的协议`,
        detail: "没有设置它，或设置了别的值，OpenClaw 就会调用网关没有的地址。",
        remedy: params.model
          ? "将它删除，改用 provider 的设置。"
          : `改为 ${params.expected ?? "openai-completions"}。`,
      };

/** A reference without its prefix that stands in the config. */
export const prefixWords: typeof english.prefixWords = ({ params }) =>
  params.path === undefined || params.replacement === undefined
    ? undefined
    : {
        title: `${params.model ?? "某处引用"} 没有指明 AIsa 为服务商`,
        detail: "OpenClaw 会到第一个斜杠前的服务商那里寻找模型；没有斜杠时只能猜测。",
        remedy: `改为 aisa/${params.replacement}。`,
      };

/** An id out of use that stands in the config. */
export const staleWords: typeof english.staleWords = ({ params }) =>
  params.path === undefined || params.replacement === undefined
    ? undefined
    : { title: `网关没有 ${params.model ?? "这个模型"}`, remedy: `改为 ${params.replacement}。` };

/** A temperature that stands in the config. */
export const temperatureWords: typeof english.temperatureWords = ({ params, fix }) => {
  const { model = "该模型", value, expected = "1", path } = params;
  if (path === undefined || value === undefined) return undefined;
  const title = `${model} 的请求会被拒绝：发给它的 temperature 是 ${value}`;
  if (params.variant === "fallback")
    return {
      title,
      detail: `该 agent 把 ${model} 用作备用或子 agent 的模型，而它的 temperature 对所有模型都生效。`,
      remedy: `请在那里改为 ${expected}，或让该 agent 使用别的备用模型。`,
    };
  if (fix) return { title, remedy: `只把 ${model} 的 temperature 设为 ${expected}，其他模型不变。` };
  return {
    title,
    detail: "OpenClaw 2026.8.2 之前，为单个模型设置参数会把未列出的其他模型排除在外。",
    remedy: `请升级 OpenClaw，或删除 ${path}。`,
  };
};
