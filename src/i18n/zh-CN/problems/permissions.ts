import type { permissions as english } from "../../en/problems/permissions.ts";
import { billing, doctor } from "./shared.ts";

/** 密钥或客户端无权执行的操作，按缺少的内容：other 的各种 variant。 */
export const permissions: typeof english = {
  permission: {
    title: "密钥缺少这项操作的权限",
    remedy: "为密钥添加报错中提到的权限（scope），或换一个密钥。",
  },
  "ip-allowlist": {
    title: "密钥不允许从当前 IP 使用",
    remedy: `在 ${billing} 把本机地址加入密钥的白名单，或换一个没有白名单的密钥。`,
  },
  group: {
    title: "密钥所属的分组已停用，或无权使用",
    remedy: `在 ${billing} 为密钥换一个分组，或新建密钥。`,
  },
  policy: {
    title: "账户的隐私设置排除了该模型的所有提供商",
    remedy: "在应答的服务中放开其中一个，或通过 AIsa 使用该模型。",
  },
  "gateway-token": {
    title: "OpenClaw 自己的网关不接受这个客户端",
    remedy: "检查 OpenClaw 自己的令牌或配对；原因不在 API 密钥。",
    commands: ["openclaw dashboard", "openclaw doctor"],
  },
  hidden: {
    title: "没有收到应答，报错也没有说明原因",
    detail: "可能是域名、网络、证书或代理的问题。",
    remedy: "让 doctor 逐段检查。",
    commands: [doctor],
  },
  blocked: {
    title: "提供商前面的防火墙拦下了请求",
    detail: "依据是本机或代理的地址，或发出请求的程序；与密钥无关。",
    remedy: "换一个网络或代理再试；如果网关是自己搭建的，让它的防火墙放行 OpenClaw。",
    commands: [doctor],
  },
  client: {
    title: "提供商只允许特定程序使用该模型",
    remedy: "通过 AIsa 使用同一模型，或换一个模型。",
  },
};
