import type { state as english } from "../../en/problems/state.ts";
import { doctor, tool } from "./shared.ts";

const ourId = (reference: string) => (reference.startsWith("aisa/") ? reference.slice(5) : undefined);

const pinnedTitles = {
  stale: (count: number) => `${count} 个会话在用网关没有的模型 ID`,
  unconfigured: (count: number) => `${count} 个会话在用配置中没有条目的模型`,
  other: (count: number) => `${count} 个会话用的不是默认模型`,
  left: (count: number) => `${count} 个会话没能切换到默认模型`,
} as const;

const minute = (iso: string) => `${iso.slice(0, 16).replace("T", " ")} UTC`;

/** 配置之外的状态：会话、凭证、后台服务、定时任务。 */
export const state: typeof english = {
  "pinned-session": ({ variant, count, model, detail }) => {
    const id = ourId(model);
    return {
      title: pinnedTitles[variant](count),
      detail:
        variant === "left"
          ? `只有运行中的 OpenClaw 网关能切换它们。${detail ? `它的说明：${detail}` : ""}`
          : "在聊天中选过的模型会存进该会话，优先于默认模型，/new 和重启之后依然有效。",
      remedy:
        variant === "left"
          ? `启动网关后再运行一次，或在聊天中发送 /model ${model}。`
          : `在聊天中发送 /model ${model}。${id === undefined ? "" : "网关运行时，也可以一次全部切换："}`,
      commands: [
        ...(variant === "left" ? ["openclaw gateway start"] : []),
        ...(id === undefined ? [] : [`${tool} models set ${id} --sessions`]),
      ],
    };
  },
  "resting-profile": (params) => {
    if (!("until" in params))
      return {
        title: `OpenClaw 让${params.provider ? ` ${params.provider} 的` : ""}凭证进入了冷却，暂时不发任何请求`,
        detail:
          "连续失败后 OpenClaw 会自行拒绝：限流后几分钟，计费或密钥出错后可达数小时。真正的原因是日志里最早的那条错误。",
        remedy: "先解决那个原因。`openclaw models status` 会显示冷却到什么时候。",
        commands: [doctor, "openclaw models status"],
      };
    const { variant, id, until, reason, works } = params;
    const key = works === undefined ? "" : works ? "网关现在接受这个密钥。" : "网关仍然拒绝它。";
    const first = works === false ? "先解决原因。" : "";
    return {
      title: `OpenClaw 让${variant === "inline" ? "密钥" : ` ${id} `}冷却到 ${minute(until)}`,
      detail: `原因：${reason ?? "请求失败"}。在此之前 OpenClaw 会自行拒绝，不发请求。${key}`,
      ...(variant === "older"
        ? {
            remedy: `${first}只要有一轮对话成功，冷却就会结束：`,
            commands: ["openclaw agent --local --session-id wake -m hello"],
          }
        : variant === "inline"
          ? {
              remedy: `${first}等待，或把密钥存为登录凭证，OpenClaw 会立即使用：`,
              commands: ["openclaw models auth paste-api-key --provider aisa"],
            }
          : {
              remedy: `${first}等待，或删除该登录凭证后重新存入密钥：`,
              commands: [
                `openclaw models auth logout ${id}`,
                "openclaw models auth paste-api-key --provider aisa",
              ],
            }),
    };
  },
  "service-key-missing": ({ variant, file, variable, stored }) => ({
    title:
      variant === "missing"
        ? `后台服务列出了 ${variable}，却没有它的值`
        : `后台服务的 ${variable} 与 ${stored} 中的不同`,
    detail:
      variant === "missing"
        ? `它在 ${stored} 中有值，但 ${file} 中没有。`
        : `${file} 中的值优先于 ${stored} 中的值。`,
    ...(variant === "drop-in"
      ? { remedy: "删除那一行，然后重启服务。", commands: ["openclaw gateway restart"] }
      : { remedy: "带上密钥重新安装服务：", commands: ["openclaw gateway install --force"] }),
  }),
  "provider-misnamed": ({ variant, provider }) => ({
    title: `配置中 AIsa 的 provider 名为 ${provider}，而不是 aisa`,
    detail:
      "它的 base URL 是 AIsa 的。这里的模型、价格和修复都针对 models.providers.aisa，以及 aisa/qwen3-max 这样的引用。",
    ...(variant === "kept"
      ? {
          remedy: `OpenClaw 存有 ${provider} 的登录凭证，改名会让它失效。请以 aisa 重新设置，再删除 ${provider}。`,
          commands: [`${tool} onboard`],
        }
      : {
          remedy: "连同所有引用一起改名：",
          commands: [`${doctor} --fix`],
        }),
  }),
  "stale-cron-model": ({ id, name, model, replacement }) => ({
    title: `定时任务 ${name} 使用的 ${model} ${replacement ? "不是网关的模型" : "在配置中没有条目"}`,
    detail: "定时任务有自己的模型，修改配置不会影响它。",
    remedy: replacement ? `请改用 ${replacement}。` : "请从配置列出的模型中选择。",
    commands: [`openclaw cron edit ${id} --model ${replacement ?? "aisa/qwen3-max"}`],
  }),
};
