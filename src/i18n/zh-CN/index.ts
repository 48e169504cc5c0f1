import type { Messages } from "../index.ts";
import { problems } from "./problems.ts";

/** 简体中文 */
export const zhCN: Messages = { problems };
