import type { en } from "./en/index.ts";

/** The languages that everything is said in. */
export type Locale = "en" | "zh-CN";

/** Every text of the program. English is the shape; a translation that misses one does not compile. */
export type Messages = typeof en;
