import type { Context } from "../../ports.ts";
import type { Applied, Draft } from "../apply.ts";

async function write(
  context: Context,
  command: string,
  drafts: readonly Draft[],
  old: boolean,
): Promise<void> {
  const store = await context.store();
  const writes = [];
  for (const one of drafts) {
    const present = await store.read(one.change.file);
    const mode = old ? one.before?.mode : one.mode;
    const text = old ? one.before?.text : one.after;
    writes.push({
      file: one.change.file,
      ...(present === undefined ? {} : { before: present.hash }),
      ...(text === undefined ? {} : { text }),
      ...(mode === undefined ? {} : { mode }),
    });
  }
  await store.commit(command, writes, { takesBack: old });
}

/** Puts the files back as they were before a change that has just been written. */
export async function putBack(context: Context, applied: Applied): Promise<void> {
  await write(context, "onboard, put back", applied.drafts, true);
}

/** Writes a change again that was put back for a moment. */
export async function writeAgain(context: Context, applied: Applied): Promise<void> {
  await write(context, "onboard", applied.drafts, false);
}
