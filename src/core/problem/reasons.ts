/** What a place of the config holds: `model` is a text, or an object with `primary`. */
export type ValueKind = "object" | "list" | "text" | "model";

/** Why an edit cannot be made without loss. */
export type EditObstacle =
  | "occupied"
  | "gap"
  | "not-a-list"
  | "key-exists"
  | "key-twice"
  | "not-readable"
  | "not-as-asked"
  | "loses-comment";

/** Why a file cannot be written. */
export type UnwritableReason =
  | "read-only-file"
  | "hard-link"
  | "busy"
  | "held"
  | "cross-device"
  | "read-only-system"
  | "size-limit"
  | "no-folder"
  | "not-a-file"
  | "link-loop"
  | "owner";

/** Why a file that was named holds no usable key. */
export type KeyFileFlaw = "too-large" | "empty" | "encoding" | "several-lines" | "not-a-key";

/** What a value of a desired state has to be. */
export type StateValue =
  | "object"
  | "list"
  | "true-or-false"
  | "model"
  | "key-reference"
  | "key-source"
  | "dotenv-or-config"
  | "url"
  | "version-1";

/** Why OpenClaw would not get the key that a reference leads to. */
export type SecretFlaw =
  | "not-configured"
  | "relative"
  | "missing"
  | "folder"
  | "link"
  | "closed-folder"
  | "readable"
  | "writable"
  | "owner"
  | "empty"
  | "no-value"
  | "program-failed";
