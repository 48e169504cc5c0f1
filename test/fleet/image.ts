import { chmodSync, chownSync, cpSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../helpers/cli.ts";
import { type Ended, runTool } from "./run-tool.ts";

/** The image that the Dockerfile makes, unpacked, and what it says of itself. */
export interface Image {
  readonly rootfs: string;
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
}

/** Runs a program of an image. `mounts`: folders of this machine by their place in it, and whether they can be written. */
export interface ContainerRun {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly mounts: Readonly<Record<string, { readonly from: string; readonly writable: boolean }>>;
}

async function must(path: string, args: readonly string[], options: Parameters<typeof runTool>[2] = {}) {
  const done = await runTool(path, args, options);
  if (done.code !== 0) throw new Error(`${path} ${args.join(" ")} ended with ${done.code}\n${done.output}`);
  return done.output;
}

/** Fills a folder with this machine's Node and npm, and busybox for the rest: no image can be pulled here. */
async function fillStandIn(place: string, busybox: string): Promise<void> {
  for (const folder of ["bin", "usr/bin", "usr/lib", "usr/local", "tmp", "root", "etc", "proc", "dev"])
    mkdirSync(join(place, folder), { recursive: true });
  cpSync(realpathSync(busybox), join(place, "bin", "busybox"));
  const tools = (await must(busybox, ["--list"]))
    .split("\n")
    .filter((name) => name !== "" && name !== "busybox");
  for (const name of tools) symlinkSync("busybox", join(place, "bin", name));
  symlinkSync("../../bin/env", join(place, "usr", "bin", "env"));
  const node = realpathSync(process.execPath);
  cpSync(node, join(place, "usr", "bin", "node"));
  const npm = dirname(dirname(realpathSync((await must("sh", ["-c", "command -v npm"])).trim())));
  cpSync(npm, join(place, "usr", "lib", "npm"), { recursive: true });
  symlinkSync("../lib/npm/bin/npm-cli.js", join(place, "usr", "bin", "npm"));
  for (const [library] of (await must("ldd", [node])).matchAll(/\/\S+(?= \(0x)/g)) {
    mkdirSync(dirname(join(place, library)), { recursive: true });
    cpSync(realpathSync(library), join(place, library));
  }
  writeFileSync(join(place, "etc", "passwd"), "root:x:0:0::/root:/bin/sh\n");
  chmodSync(join(place, "tmp"), 0o1777);
}

/** Builds the Dockerfile on a stand-in for the Node image, with the package as `npm pack` makes it, and unpacks the image. */
export async function buildImage(folder: string, buildah: string, busybox: string): Promise<Image> {
  const stores = [
    "--storage-driver",
    "vfs",
    "--root",
    join(folder, "store"),
    "--runroot",
    join(folder, "run"),
  ];
  const call = async (...args: string[]) => (await must(buildah, [...stores, ...args])).trim();
  const base = await call("from", "--quiet", "scratch");
  await fillStandIn(await call("mount", base), busybox);
  await call("config", "--env", "PATH=/usr/local/bin:/usr/bin:/bin", base);
  await call("commit", "--quiet", base, "node-stand-in");
  const archives = join(folder, "archives");
  mkdirSync(archives);
  const packed = await must("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", archives], {
    cwd: root,
  });
  const settings = [
    ...["--build-arg", "NODE_IMAGE=localhost/node-stand-in"],
    ...["--build-arg", `OPENCLAW_AISA=/archives/${packed.trim()}`],
  ];
  const volume = ["--volume", `${archives}:/archives:ro`];
  await call(
    ...["bud", "--quiet", "--isolation", "chroot", "--tag", "openclaw-aisa"],
    ...settings,
    ...volume,
    join(root, "deploy", "container"),
  );
  const container = await call("from", "--quiet", "localhost/openclaw-aisa");
  const { OCIv1 } = JSON.parse(await call("inspect", "--type", "image", "localhost/openclaw-aisa"));
  const { User, Entrypoint, Cmd, Env, Volumes } = OCIv1.config;
  const env = (Env as string[]).map((line) => [
    line.slice(0, line.indexOf("=")),
    line.slice(line.indexOf("=") + 1),
  ]);
  return {
    rootfs: await call("mount", container),
    user: User,
    entrypoint: Entrypoint,
    command: Cmd,
    env: Object.fromEntries(env),
    volumes: Object.keys(Volumes),
  };
}

/** Runs a program of the image as its user, with the image itself mounted read-only. */
export function runInImage(image: Image, { args, env = {}, mounts }: ContainerRun): Promise<Ended> {
  const { rootfs, user } = image;
  const binds = Object.entries(mounts).flatMap(([at, { from, writable }]) => {
    mkdirSync(join(rootfs, at), { recursive: true });
    const place = join(rootfs, at);
    return [
      `mount --bind "${from}" "${place}"`,
      ...(writable ? [] : [`mount -o remount,bind,ro "${place}"`]),
    ];
  });
  const script = [
    "set -e",
    `mount --bind "${rootfs}" "${rootfs}"`,
    `mount -o remount,bind,ro "${rootfs}"`,
    ...binds,
    'exec chroot --userspec="$user" "$rootfs" /bin/env -i "$@"',
  ].join("\n");
  const variables = Object.entries({ ...image.env, ...env }).map(([name, value]) => `${name}=${value}`);
  const words = [...variables, ...image.entrypoint, ...args];
  return runTool("unshare", ["--mount", "--propagation", "private", "sh", "-c", script, "sh", ...words], {
    env: { ...process.env, user, rootfs },
  });
}

/** Makes a folder that belongs to the image's user. */
export function ownedFolder(path: string, image: Image): string {
  const [user = 0, group = 0] = image.user.split(":").map(Number);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chownSync(path, user, group);
  return path;
}
