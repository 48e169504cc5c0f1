import type { Context } from "../ports.ts";

/** Returns the context of a command that writes nothing and looks at OpenClaw's files in several ways: each is read once. */
export function readingOnce(context: Context): Context {
  const [states, texts] = [new Map<string, Promise<unknown>>(), new Map<string, Promise<unknown>>()];
  const once = <T>(known: Map<string, Promise<unknown>>, key: string, read: () => Promise<T>): Promise<T> => {
    const found = (known.get(key) as Promise<T> | undefined) ?? read();
    known.set(key, found);
    return found;
  };
  return {
    ...context,
    store: async () => {
      const store = await context.store();
      return { ...store, read: (file) => once(states, file, () => store.read(file)) };
    },
    files: async () => {
      const files = await context.files();
      const read: typeof files.read = (file, options) =>
        once(texts, JSON.stringify([file, options]), () => files.read(file, options));
      return { ...files, read };
    },
  };
}
