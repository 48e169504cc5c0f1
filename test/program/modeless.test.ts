import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { makeHome } from "../helpers/home.ts";
import { mountFor } from "../helpers/user.ts";

/** Makes an NTFS in a file; undefined where its tools are missing. */
function makeNtfs(image: string): string | undefined {
  try {
    execFileSync("dd", ["if=/dev/zero", `of=${image}`, "bs=1M", "count=16"], { stdio: "ignore" });
    execFileSync("mkntfs", ["-q", "-F", "-f", image], { stdio: "ignore" });
    return image;
  } catch {
    // Debian has them in the package ntfs-3g.
    return undefined;
  }
}

it("keeps its promises where files have no modes and capital letters do not count, as on /mnt/c in WSL", async (test) => {
  const outer = makeHome();
  const image = makeNtfs(join(outer.path, "disk.img"));
  if (image === undefined) return test.skip("mkntfs is missing");
  const path = join(outer.path, "c");
  const refused = mountFor(path, "-t", "lowntfs-3g", "-o", "loop,ignore_case,umask=000", image);
  if (refused !== undefined) return test.skip(refused);
  mkdirSync(join(path, ".openclaw"));
  writeFileSync(join(path, ".openclaw", ".env"), "OTHER=1\n");
  const home = { ...outer, path };
  const env = {
    AISA_API_KEY: "sk-ntfs00000000000000000000000000abcd",
    XDG_CONFIG_HOME: join(path, ".config"),
  };
  const onboard = ["onboard", "--offline", "--yes", "--key-storage", "dotenv", "--json"];
  const other = { ...env, OPENCLAW_STATE_DIR: join(path, ".OpenClaw") };
  const first = await run(onboard, { home, env });
  expect(first.json()).toMatchObject({ ok: true, changed: true });
  expect((await run(onboard, { home, env })).json()).toMatchObject({ ok: true, changed: false });
  const doctor = await run(["doctor", "--offline", "--json"], { home, env: other });
  const codes = doctor.json().problems.map((one) => one.code);
  expect(codes).not.toContain("insecure-permissions");
  expect(codes).not.toContain("several-configs");
  expect((await run(["undo", "--yes", "--json"], { home, env })).json()).toMatchObject({
    ok: true,
    changed: true,
  });
  expect(outer.read(join(path, ".openclaw", ".env"))).toBe("OTHER=1\n");
  expect(outer.exists(join(path, ".openclaw", "openclaw.json"))).toBe(false);
});
