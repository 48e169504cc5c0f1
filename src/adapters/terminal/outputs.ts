import type { Output, World } from "../../ports.ts";

/** An output that did not take what was written to it. */
export interface LostOutput {
  readonly stream: "stdout" | "stderr";
  /** The system's own words, such as `ENOSPC: no space left on device, write`. */
  readonly reason: string;
}

/** Resolves when a stream has written, or lost, all its data and reported it. */
async function settle(stream: Output): Promise<void> {
  // An empty write is a write too, and fails on a full device that was never written to.
  if (stream.writableLength > 0) await new Promise<void>((resolve) => stream.write("", () => resolve()));
  await new Promise((resolve) => setImmediate(resolve));
}

/**
 * Watches standard output and standard error from now on. Out: a function that waits until both have taken everything
 * and returns the one that lost some of it, standard error first, as it can no longer report the other. A reader that
 * went away (`| head`) is no failure.
 */
export function watchOutputs(
  streams: Pick<World, "stdout" | "stderr">,
): () => Promise<LostOutput | undefined> {
  const lost = new Map<LostOutput["stream"], string>();
  const names = ["stderr", "stdout"] as const;
  for (const name of names) {
    streams[name].on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE" && !lost.has(name)) lost.set(name, error.message);
    });
  }
  return async () => {
    await Promise.all(names.map((name) => settle(streams[name])));
    for (const stream of names) {
      const reason = lost.get(stream);
      if (reason !== undefined) return { stream, reason };
    }
    return undefined;
  };
}
