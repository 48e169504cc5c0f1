import { problems } from "./problems.ts";

/** English, the language whose shape the others follow. One file per area, the same files in each. */
export const en = { problems };
