/** Node's crypto, loaded when it is first needed: that takes a few milliseconds, and most commands only read. */
const crypto = () => process.getBuiltinModule("node:crypto");

/** SHA-256 of bytes or of a text's UTF-8 form, hex. */
export function hashOf(content: Buffer | string): string {
  return crypto().createHash("sha256").update(content).digest("hex");
}

/** Returns unguessable random bytes, hex. */
export function randomHex(bytes: number): string {
  return crypto().randomBytes(bytes).toString("hex");
}
