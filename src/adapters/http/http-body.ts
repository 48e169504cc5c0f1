/**
 * Reads a body chunk by chunk into `chunks`, so that what has come is there when reading fails. At more
 * than `most` bytes it stops, and throws what `onExcess` gives, if anything.
 */
export async function readInto(
  chunks: Uint8Array[],
  response: Response,
  most: number,
  onExcess: () => Error | undefined,
): Promise<void> {
  let total = 0;
  for await (const chunk of response.body ?? []) {
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
export async function readStart(response: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  try {
    await readInto(chunks, response, most, () => undefined);
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
