/**
 * The chunks of a body. Throws when `until` ends first: a body that cannot be unpacked may neither end nor fail in
 * Node 20, and would be waited for without end.
 */
export async function* chunksOf(response: Response, until?: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  const ended = new Promise<never>((_, reject) => {
    if (until?.aborted) reject(until.reason);
    until?.addEventListener("abort", () => reject(until.reason), { once: true });
  });
  ended.catch(() => undefined); // nobody waits for it once the body has ended
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), ended]);
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined); // broken already, and nothing more is read from it
  }
}

/**
 * Reads a body chunk by chunk into `chunks`, so that the received part is available when reading fails. Above `most`
 * bytes it stops, and throws the result of `onExcess`, if any.
 */
export async function readInto(
  chunks: Uint8Array[],
  response: Response,
  most: number,
  onExcess: () => Error | undefined,
  until?: AbortSignal,
): Promise<void> {
  let total = 0;
  for await (const chunk of chunksOf(response, until)) {
    if (total + chunk.byteLength > most) {
      const error = onExcess();
      if (error !== undefined) throw error;
      chunks.push(chunk.subarray(0, most - total));
      return;
    }
    chunks.push(chunk);
    total += chunk.byteLength;
  }
}

/** The start of a body as text, of at most `most` bytes; as much as came, where the connection breaks. */
export async function readStart(response: Response, most: number, until?: AbortSignal): Promise<string> {
  const chunks: Uint8Array[] = [];
  try {
    await readInto(chunks, response, most, () => undefined, until);
  } catch {
    // Status and headers are there; as much of the body as came is enough.
  }
  return new TextDecoder().decode(Buffer.concat(chunks)).slice(0, most);
}

/** Node's code and the innermost sentence of a thrown value: fetch hides both behind "fetch failed". */
export function describeError(error: unknown): { errno?: string; message: string } {
  let errno: string | undefined;
  let message = String(error);
  let current: unknown = error;
  for (let depth = 0; current instanceof Error && depth < 8; depth++) {
    const code = (current as NodeJS.ErrnoException).code;
    if (typeof code === "string") errno = code;
    if (current.message !== "") message = current.message;
    // One error for each address that was tried.
    const first: unknown = current instanceof AggregateError ? current.errors[0] : undefined;
    current = current.cause ?? first;
  }
  return errno === undefined ? { message } : { errno, message };
}
