/**
 * The exit codes of every command: the one table behind the code, the help text and the README.
 * Stable: scripts depend on them.
 */
export const exitCodes = {
  /** Fine; also: there was nothing to do. */
  ok: 0,
  /** Errors were found, or the operation was rejected or failed. */
  failed: 1,
  /** Wrong usage, or a missing input (the message names the flag). */
  usage: 2,
  /** The key is missing or was rejected. */
  key: 3,
  /** The network or the gateway could not be reached, or answered with something else. */
  network: 4,
  /** The configuration could not be read, is invalid, or could not be written. */
  config: 5,
  /** With --check: something would change. */
  pending: 10,
  /** A bug in this program. */
  bug: 70,
  /** Cancelled by the user (Ctrl-C, Esc). */
  cancelled: 130,
} as const;

/** One of the numbers in {@link exitCodes}. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
