import { wantsUpdateNotice } from "../core/terminal/index.ts";
import type { Session } from "./session.ts";

/** Names a newer version on standard error, at most once a day, where a person reads it. */
export async function noticeUpdate(
  session: Session,
  argv: readonly string[],
  version: string,
): Promise<void> {
  const { world, t, style } = session;
  const terminal = world.terminal && world.stdout.isTTY === true;
  const { env, packageRoot } = world;
  if (!wantsUpdateNotice({ env, terminal, argv, packageRoot })) return;
  const [{ newerVersion }, { settingsFolder }] = await Promise.all([
    import("../adapters/process/update-notice.ts"),
    import("../adapters/files/settings.ts"),
  ]);
  const folder = settingsFolder(env, env["HOME"] || world.homedir, world.platform);
  const latest = newerVersion({ folder, packageRoot, version, env, now: world.now().getTime() });
  if (latest === undefined) return;
  world.stderr.write(`${session.show(style.dim(t.cli.newer(latest, version)))}\n`);
}
