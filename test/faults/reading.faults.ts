import { describe, it } from "vitest";
import { run } from "../helpers/cli.ts";
import { type Fault, withFault } from "../helpers/faults.ts";
import { type Home, makeHome, quickFolder } from "../helpers/home.ts";
import { filesOf, illsOfRun } from "./scenarios.ts";
import { isLong, newTally } from "./tally.ts";

const errors = [
  "EIO",
  "EACCES",
  "ENOSPC",
  "EMFILE",
  "EINVAL",
  "ENOENT",
  "ENOTDIR",
  "ELOOP",
] satisfies Fault[];
const stride = isLong ? 1 : 193;

const config = `{
  models: { providers: { aisa: { baseUrl: 'http://127.0.0.1:9/v1', apiKey: '\${AISA_API_KEY}', models: [{ id: 'qwen3-max', name: 'Qwen' }] } } },
  agents: { defaults: { model: { primary: 'aisa/qwen3-max' } } },
}
`;

/** Commands that leave OpenClaw's files alone. */
const readers: Readonly<Record<string, readonly string[]>> = {
  "models list": ["models", "list", "--offline"],
  "models info": ["models", "info", "qwen3-max", "--offline"],
  "models set --dry-run": ["models", "set", "deepseek-v3.1", "--offline", "--dry-run"],
  doctor: ["doctor", "--offline"],
  "doctor --report": ["doctor", "--offline", "--report", "-", "--json"],
  "undo --list": ["undo", "--list"],
  "plugin status": ["plugin", "status"],
  "skill install --dry-run": ["skill", "install", "--dry-run"],
  "onboard --dry-run": ["onboard", "--offline", "--dry-run", "--aisa-api-key", "sk-demo-reading-0123456789"],
};

async function makePlace(): Promise<Home> {
  const home = makeHome(config, quickFolder);
  home.write(".openclaw/.env", "AISA_API_KEY='sk-demo-reading-0123456789'\n");
  await run(["models", "add", "kimi-k2.5", "--offline"], { home });
  return home;
}

describe("an error at every step of a command that reads", () => {
  for (const [index, [name, args]] of Object.entries(readers).entries())
    it(name, async (context) => {
      const tally = newTally(`error: ${name}`);
      const home = await makePlace();
      const before = JSON.stringify([...filesOf(home)]);
      for (const [turn, kind] of errors.entries())
        for (let at = 1 + (isLong ? 0 : index + turn); at < 1_000; at += stride) {
          const fault = { kind, at, under: home.path, reads: true };
          const { control, result } = await withFault(fault, () => run(args, { home, patience: 0 }));
          if (control.fired === "") break;
          const ills = illsOfRun(result);
          if (JSON.stringify([...filesOf(home)]) !== before) ills.push("it changed a file");
          tally.add(`${kind} at ${at} (${control.fired})`, ills);
        }
      tally.close(context);
    });
});

/** A path that no file can have, at each place of the config and the command line that names one. */
const badPaths: Readonly<
  Record<string, { readonly config?: (path: string) => string; readonly args?: string }>
> = {
  $include: { config: (path) => `{ $include: ${path} }` },
  "$include in a list": { config: (path) => `{ models: { $include: [${path}] } }` },
  agentDir: { config: (path) => `{ agents: { list: [{ id: 'a', agentDir: ${path} }] } }` },
  workspace: { config: (path) => `{ agents: { defaults: { workspace: ${path} } } }` },
  "plugin paths": { config: (path) => `{ plugins: { load: { paths: [${path}] } } }` },
  "secret file": {
    config: (path) => `{ models: { providers: { aisa: { apiKey: { source: 'file', path: ${path} } } } } }`,
  },
  "base URL": { config: (path) => `{ models: { providers: { aisa: { baseUrl: ${path}, models: [] } } } }` },
  "--config": { args: "--config" },
  "--profile": { args: "--profile" },
};
const names = ["\0", "a\0b", "/tmp/\0/b", "~/\0", "a".repeat(5_000), "/dev/null/a", "./.", "\ud800"];
const commands: readonly (readonly string[])[] = [
  ["doctor", "--offline"],
  ["doctor", "--fix", "-y", "--offline"],
  ["models", "list", "--offline"],
  ["models", "set", "kimi-k2.5", "--offline"],
  ["onboard", "--offline", "--non-interactive", "--aisa-api-key", "sk-demo-reading-0123456789"],
  ["undo"],
  ["plugin", "status"],
  ["skill", "install", "-y"],
];

it("reports an impossible path as the user's problem, wherever it is given", async (context) => {
  const tally = newTally("paths that no file can have");
  const home = makeHome("{}", quickFolder);
  let turn = 0;
  for (const [place, { config: text, args }] of Object.entries(badPaths))
    for (const name of names)
      for (const command of commands) {
        turn += 1;
        if (!isLong && turn % 31 !== 0) continue;
        home.write(".openclaw/openclaw.json", text === undefined ? "{}" : text(JSON.stringify(name)));
        const line = args === undefined ? command : [...command, args, name];
        const done = await run(line, { home, patience: 0 });
        tally.add(`${command.join(" ")} with ${place} ${JSON.stringify(name.slice(0, 20))}`, illsOfRun(done));
      }
  const flags = [
    ["doctor", "--offline", "--report"],
    ["doctor", "--offline", "--logs"],
    ["onboard", "--offline", "--non-interactive", "--aisa-api-key-file"],
  ];
  for (const flag of flags)
    for (const name of names)
      tally.add(
        `${flag.join(" ")} ${JSON.stringify(name.slice(0, 20))}`,
        illsOfRun(await run([...flag, name], { home })),
      );
  tally.close(context);
});
