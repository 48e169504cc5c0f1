// C0 but tab and newline, DEL, C1, and what turns the direction of writing.
const controls = "\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f";
const bidi = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

const foreign = new RegExp(
  [
    // The rest of a terminal sequence is removed with it: it would be noise.
    "(?:\\u001b\\]|\\u009d)[^\\u0007\\u001b\\u009c\\n]*(?:\\u0007|\\u001b\\\\|\\u009c)?",
    "(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]?",
    "\\u001b[ -/]*[0-~]?",
    `[${controls}${bidi}]`,
  ].join("|"),
  "g",
);
const invisibleInJson = new RegExp(`[\\u007f-\\u009f${bidi}]`, "g");
const ours = /\u001b\[([0-9]{1,2})m|\u001b\]8;;([\x21-\x7e]*)\u001b\\/g;

/** Lets our own colours and links through to the terminal, and nothing else that a terminal would obey. */
export interface Gate {
  /** Marks the colours and links in a text as ours. In: a text in which we wrote every escape. */
  seal(painted: string): string;
  /**
   * Returns a text fit for the terminal: sealed escapes are opened; every other control character but newline and tab,
   * and every bidirectional control, is removed, with the terminal sequence that it begins.
   */
  open(text: string): string;
}

/**
 * Makes a gate. In: up to twelve random digits, known only to this run, that distinguish our own escapes from those
 * in a config, a gateway's answer or OpenClaw's output.
 */
export function createGate(seal: string): Gate {
  const parts = (seal.match(/\d{1,4}/g) ?? []).join(";");
  // A link has a place for parameters before its address.
  const sealed = new RegExp(
    `\\u001b\\[${parts};([0-9]{1,2}m)|\\u001b\\]8;id=${parts.replaceAll(";", ":")};([\\x21-\\x7e]*\\u001b\\\\)`,
    "g",
  );
  return {
    seal: (painted) =>
      painted.replace(ours, (_all, color: string | undefined, address: string) =>
        color === undefined
          ? `\u001b]8;id=${parts.replaceAll(";", ":")};${address}\u001b\\`
          : `\u001b[${parts};${color}m`,
      ),
    open(text) {
      if (!needsGate.test(text)) return text;
      // Of every three pieces the second is what is ours of a colour, or the third what is ours of a link.
      const open = [plain, (color: string) => `\u001b[${color}`, (link: string) => `\u001b]8;;${link}`];
      return text
        .split(sealed)
        .map((piece: string | undefined, index) => (piece === undefined ? "" : open[index % 3]?.(piece)))
        .join("");
    },
  };
}

const needsGate = new RegExp(`[${controls}${bidi}]`);

/** Removes every control character but newline and tab, and every bidirectional control: for files and reports. */
export function plain(text: string): string {
  return text.replace(/\r\n/g, "\n").replace(foreign, "");
}

/** Escapes what JSON allows raw and a terminal obeys: DEL, C1 and bidirectional controls. In: a JSON document. */
export function escapeJson(json: string): string {
  return json.replace(
    invisibleInJson,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
