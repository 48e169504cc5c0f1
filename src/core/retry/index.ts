/** How long to wait before another try, so that many programs that wait for one thing do not come back together. */

export { mostRetries, readRetryAfter, type Throttled, waitAfterLimit } from "./rate-limit.ts";
export { spread } from "./spread.ts";
