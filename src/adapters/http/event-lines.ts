/** Splits a stream into lines as it arrives. Only new text is searched; a line that is too long ends it. */
export class EventLines {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true });
  readonly #most: number;
  readonly #tooLong: () => Error;
  /** The beginning of an incomplete line. */
  #parts: string[] = [];
  #length = 0;

  /** In: how long a line may be, in characters, and what is thrown for a longer one. */
  constructor(most: number, tooLong: () => Error) {
    this.#most = most;
    this.#tooLong = tooLong;
  }

  #add(text: string): void {
    this.#length += text.length;
    if (this.#length > this.#most) throw this.#tooLong();
    if (text !== "") this.#parts.push(text);
  }

  #take(): string {
    const line = this.#parts.join("");
    [this.#parts, this.#length] = [[], 0];
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }

  /** Returns the lines that end in a chunk, without their ends. Throws TypeError for a chunk that is not UTF-8. */
  push(chunk: Uint8Array): string[] {
    const [first = "", ...others] = this.#decoder.decode(chunk, { stream: true }).split("\n");
    this.#add(first);
    return others.map((text) => {
      const line = this.#take();
      this.#add(text);
      return line;
    });
  }

  /** Returns the last line, which nothing ends. */
  end(): string {
    return this.#take();
  }
}
