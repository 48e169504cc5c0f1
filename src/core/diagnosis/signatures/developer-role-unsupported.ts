import type { Signature } from "./signature.ts";

/** A role that the model does not know. */
export const developerRoleUnsupported: readonly Signature[] = [
  {
    code: "developer-role-unsupported",
    weight: "named",
    phrase: "developer ~ [role|not one of|unknown variant|不支持|角色|not supported|not allowed|invalid]",
    source: "several",
    examples: [
      "400 {\"error\":{\"message\":\"developer is not one of ['system', 'user'] - 'messages.0.role'\"}}",
    ],
  },
  {
    code: "developer-role-unsupported",
    weight: "clear",
    phrase: "invalid|unsupported|unexpected|unknown (message|msg) role",
    source: "several",
    examples: ['400 {"error":{"message":"unsupported role ROLE_UNSPECIFIED"}}'],
  },
  {
    code: "developer-role-unsupported",
    weight: "said",
    phrase: "角色 ~ [不正确|不支持|错误]",
    source: "Zhipu",
    examples: ['{"error":{"code":"1214","message":"角色信息不正确"}}'],
  },
  {
    code: "developer-role-unsupported",
    weight: "clear",
    phrase: "role must|should|can|needs be|only (in|one|either)",
    source: "several",
    examples: ['{"code":"InvalidParameter","message":"Role must be user or assistant"}'],
  },
  {
    code: "developer-role-unsupported",
    weight: "clear",
    phrase: "system messages|role|prompts (are|is) not supported|allowed|accepted",
    source: "Google",
    examples: ["acme api: system role not accepted"],
  },
  {
    code: "developer-role-unsupported",
    weight: "clear",
    phrase: "should be system",
    source: "vLLM",
    examples: ["body: Input should be 'system'"],
  },
  {
    code: "developer-role-unsupported",
    weight: "clear",
    phrase: "only user|system (and) assistant … role",
    source: "several",
    examples: ["acme api: only user and assistant, so no other role"],
  },
  {
    code: "developer-role-unsupported",
    weight: "clear",
    phrase: "developer (is) not recogni*ed|valid|supported|allowed|one|a",
    source: "several",
    examples: ["acme api: developer is not recognised"],
  },
  {
    code: "developer-role-unsupported",
    weight: "clear",
    phrase: "messages . role (is) not|invalid|unsupported|expected",
    source: "several",
    examples: ["acme api: messages.role is not valid"],
  },
  {
    code: "developer-role-unsupported",
    weight: "clear",
    phrase: "[invalid|expected|unsupported|unexpected] … messages … .role",
    source: "several",
    examples: ["acme api: unexpected thing in messages[0].role"],
  },
  {
    code: "developer-role-unsupported",
    weight: "clear",
    phrase: "role needs|has to be|in",
    source: "several",
    examples: ["acme api: role needs to be in a list"],
  },
];
