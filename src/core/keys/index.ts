/** Where a key can be, which one OpenClaw would use, and what is wrong with it. */

export {
  aisaCliFile,
  type Credentials,
  findCredentials,
  pluginEnabled,
  storedKey,
  usedKey,
} from "./credentials.ts";
export { largestKeyFile, readKeyFile, standardInputs } from "./key-file.ts";
export { keyWithin } from "./key-flaws.ts";
export {
  apiKeyFor,
  firstWithSecretRefs,
  type KeyRef,
  keyRefText,
  planSecretProvider,
  readKeyRef,
} from "./key-ref.ts";
export { readKeyReference, secretFile, valueAt } from "./key-reference.ts";
export type { KeySource, KeySourceKind } from "./key-source.ts";
export { type KeyText, type KeyWrapping, readKey, readKeyText } from "./key-text.ts";
export { inlineKeyId, type RestingCredential, readRestingStatus, readRestingStore } from "./resting.ts";
export {
  judgeSecretPath,
  judgeSecretText,
  programInput,
  readProgramOutput,
  type SecretSettings,
  secretSettings,
} from "./secret-rules.ts";
