/** A profile of OpenClaw, and the name of its state directory below the home. */
export interface Profile {
  /** As `--profile` takes it; undefined for the default one. */
  readonly name: string | undefined;
  readonly folder: string;
}

const stateFolder = /^\.openclaw-([a-z0-9][a-z0-9_-]{0,63})$/i;

/** Returns the profiles whose state directories are among the names in a home, the default one first. */
export function profilesIn(names: readonly string[]): Profile[] {
  const standard = [".openclaw", ".clawdbot"].find((folder) => names.includes(folder));
  const named = names.flatMap((folder) => {
    const name = stateFolder.exec(folder)?.[1];
    return name === undefined ? [] : [{ name, folder }];
  });
  return [
    ...(standard === undefined ? [] : [{ name: undefined, folder: standard }]),
    ...named.sort((left, right) => (left.name < right.name ? -1 : 1)),
  ];
}
