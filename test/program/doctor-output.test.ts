import { readdirSync, readFileSync, statSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { checkOf, goodEntry, prepareDoctor } from "../helpers/doctor.ts";
import { startOnTerminal } from "../helpers/terminal.ts";

const widest = (text: string) =>
  Math.max(
    ...text.split("\n").map((line) => [...line].reduce((sum, char) => sum + (char > "\u2e7f" ? 2 : 1), 0)),
  );

describe("doctor's report for support", () => {
  const secrets = {
    headers: "x-token-4b1d8a9e7c",
    rival: "AIzaSyD-9tSrke72PouQMnMXXX0SWHNq",
    password: "hunter2-and-more",
    query: "q7w6e5r4t3",
    other: "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
  };
  const root = `logging: { file: "/home/margarethe/claw.log" },
  channels: { telegram: { botToken: "${secrets.other}" } },
  gateway: { auth: { password: "${secrets.password}" }, remote: "ws://fe80::1ff:fe23:4567:890a%eth0/x" },
  env: { vars: { RIVAL_API_KEY: "${secrets.rival}" } },`;

  it("is written to the working directory, hides private data, and overwrites nothing", async () => {
    const entry = goodEntry("aisa/qwen3-max", `headers: { "x-api-key": "${secrets.headers}" }`);
    const doctor = await prepareDoctor({
      models: [entry, "kimi-k2.5"],
      root,
      agents: "params: { temperature: 0.7 }",
    });
    doctor.home.write(".openclaw/.env", `AISA_API_KEY="Bearer ${doctor.gateway.key}"\n`, 0o644);
    doctor.home.write("work/keep.txt", "");
    const raw =
      `401 from https://u:${secrets.password}@10.1.2.3/v1?api_key=${secrets.query} for 2001:db8:0:1::7, ::1 and ` +
      `192.168.1.20:8443 on ${hostname()} by ${userInfo().username} in ${doctor.home.path}/x and /Users/margarethe/y: ` +
      `Invalid token ${Buffer.from(doctor.gateway.key).toString("base64")} ${encodeURIComponent(doctor.gateway.key)}`;
    const log = doctor.home.write(
      "claw.log",
      JSON.stringify({
        1: { provider: "aisa", model: "kimi-k2.5", rawErrorPreview: raw },
        time: new Date().toISOString(),
      }),
    );
    const cwd = join(doctor.home.path, "work");
    const args = ["doctor", "--report", "--logs", log];
    const first = await run(args, { home: doctor.home, cwd });
    expect(first.stdout).toContain("Report written to openclaw-aisa-report.md");
    await run(args, { home: doctor.home, cwd });
    expect(readdirSync(cwd)).toEqual(["keep.txt", "openclaw-aisa-report-2.md", "openclaw-aisa-report.md"]);
    const file = join(cwd, "openclaw-aisa-report.md");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, "utf8");
    for (const code of [
      "double-prefixed-id (error)",
      "insecure-permissions (warning)",
      "malformed-key (error)",
    ])
      expect(text).toContain(`### ${code}`);
    expect(text).toMatch(/\| network \| \w+ \| \d+ \| .*\(DNS\): \d+ ms/);
    expect(text).toContain("Invalid token");
    const user = userInfo().username;
    const hidden = [
      ...Object.values(secrets),
      doctor.gateway.key,
      doctor.home.path,
      Buffer.from(doctor.gateway.key).toString("base64"),
      "margarethe",
      "127.0.0.1",
      "10.1.2.3",
      "192.168.1.20",
      "2001:db8",
      "fe80::",
    ];
    for (const secret of hidden) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/(?<![\w:])::1\b/);
    for (const name of [hostname(), user])
      expect(text).not.toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])`));
  });

  it("goes to a named file, to standard output for -, and never overwrites a file", async () => {
    const doctor = await prepareDoctor();
    expect((await doctor.run("--offline", "--report", "mine.md")).code).toBe(0);
    const mine = doctor.home.read(join(doctor.home.path, "mine.md"));
    expect(mine).toMatch(/^# openclaw-aisa doctor\n/);
    const again = await doctor.run("--offline", "--report", "mine.md");
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("mine.md already exists")]);
    expect((await doctor.run("--offline", "--report", "no/such/folder.md")).code).toBe(5);
    const printed = await doctor.run("--offline", "--report", "-");
    expect(printed.stdout).toMatch(/^# openclaw-aisa doctor\n/);
    expect(doctor.home.exists(join(doctor.home.path, "-"))).toBe(false);
    const json = await doctor.look("--offline", "--report", "json.md");
    expect(json.data.report).toBe("json.md");
  });
});

describe("doctor's ending", () => {
  it("is 0 for warnings, 1 for warnings with --strict, and 1 for a rejected key", async () => {
    const doctor = await prepareDoctor();
    expect((await doctor.run()).code).toBe(0);
    expect((await doctor.run("--strict")).code).toBe(1);
    expect((await (await prepareDoctor({ key: "sk-aisa-0000000000000000" })).run()).code).toBe(1);
  });

  it("counts what was found and what is fine, and names the command that fixes", async () => {
    const doctor = await prepareDoctor({ models: ["aisa/qwen3-max"] });
    const { stdout } = await doctor.run("--offline");
    expect(stdout).toMatch(/✖ 2 errors · 1 warning/);
    expect(stdout).toMatch(/✔ \d+ checks fine · \d+ skipped \([^)]*offline/);
    expect(stdout).toMatch(/\n\nopenclaw-aisa doctor --fix +fixes 2 of 3, shows the change first\n$/);
    expect(stdout.split("\n").filter((line) => /→ openclaw-aisa doctor$/.test(line))).toEqual([]);
  });

  it("explains a fault of several entries once, and lists the others with place and fix", async () => {
    const doctor = await prepareDoctor({
      models: ["aisa/qwen3-max", "aisa/kimi-k2.5"],
      primary: "qwen3-max",
    });
    const { stdout } = await doctor.run("--offline");
    expect(stdout.match(/OpenClaw sends the id of the entry unchanged/g)).toHaveLength(1);
    expect(stdout).toMatch(
      /\n✖ Model id aisa\/kimi-k2\.5 has a redundant prefix +double-prefixed-id\n {2}~\S+openclaw\.json:\d+:\d+\n {2}→ Change it to kimi-k2\.5\.\n\n/,
    );
    const whole = (await doctor.run("--offline", "--verbose")).stdout;
    expect(whole.match(/OpenClaw sends the id of the entry unchanged/g)).toHaveLength(2);
  });

  it("shows every check with --verbose, what it saw and how long it took", async () => {
    const { stdout } = await (await prepareDoctor()).run("--verbose");
    expect(stdout).toMatch(/✔ network +\d+ ms\n {4}name \(DNS\): \d+ ms/);
    expect(stdout).toMatch(/○ accepted +\d+ ms {2}OpenClaw not available/);
    expect(stdout).toMatch(/qwen3-max: first token \d+ ms, total \d+ ms/);
  });

  it.each(["en_US.UTF-8", "zh_CN.UTF-8"])("fits 60 columns in %s", async (lang) => {
    const env = { COLUMNS: "60", LANG: lang };
    const models = ["aisa/qwen3-max", "qwen-plus", "qwen3-mox"];
    const { stdout } = await (await prepareDoctor({ models, env })).run("--verbose");
    const text = stdout.split("\n").filter((line) => !/\/openclaw-aisa-test-|https:/.test(line));
    expect(widest(text.join("\n"))).toBeLessThanOrEqual(60);
  });
});

describe("doctor --fix and the look after it", () => {
  it("asks the gateway again only for what could have changed", async () => {
    const doctor = await prepareDoctor({ models: ["qwen3-max", "aisa/kimi-k2.5"] });
    const look = await doctor.look("--fix", "--yes");
    expect(look.changed).toBe(true);
    expect(look.problems.map((one) => one.code)).toEqual(["openclaw-missing"]);
    const asked = doctor.gateway.requests.filter((one) => one.path.endsWith("/chat/completions"));
    const models = asked.map((one) => (one.body as { model: string; tools?: unknown }).model).sort();
    // The default model: a chat, and a tool call in each look. The fixed one: once wrong, once right.
    expect(models).toEqual(["aisa/kimi-k2.5", "kimi-k2.5", "qwen3-max", "qwen3-max", "qwen3-max"]);
    expect(doctor.gateway.requests.filter((one) => one.path.endsWith("/balance"))).toHaveLength(1);
    expect(checkOf(look, "answers").status).toBe("ok");
  });
});

describe("doctor on a terminal", () => {
  it("shows a line for each running check, and clears all of them", async () => {
    const script = {
      faults: [{ when: { route: "chat" as const }, what: { kind: "delay" as const, ms: 2500 } }],
    };
    const doctor = await prepareDoctor({ script });
    const terminal = startOnTerminal(["doctor"], { home: doctor.home, columns: 100 });
    await terminal.shows(/\d+ of \d+ checks done\n *· answers\n *· asked/);
    await terminal.shows(/checks fine/);
    expect(await terminal.ended()).toBe(0);
    expect(terminal.screen()).not.toMatch(/checks done|· answers/);
    expect(terminal.raw()).toContain("\u001b[");
  });
});
