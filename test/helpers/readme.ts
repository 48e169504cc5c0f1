/** The README in both languages. */
export const readmes = ["README.md", "README.zh-CN.md"] as const;

/** Blocks that need a real OpenClaw: the conformance tests run those. */
export const needsOpenClaw = (commands: readonly string[]) =>
  commands.some((command) => command.startsWith("openclaw "));
