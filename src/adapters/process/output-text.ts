/**
 * What a program printed, as text. On Windows, cmd and the system's own programs print in the code page of the console:
 * what is no UTF-8 is read as Chinese there, else as single bytes. In: the bytes, and Node's name of the platform.
 */
export function outputText(bytes: Buffer, platform: string): string {
  const text = bytes.toString("utf8");
  if (platform !== "win32" || !text.includes("\ufffd")) return text;
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString("latin1");
  }
}
