// Runs on the Windows side: starts the steps of a test one after the other, each in a process of its own. Their output
// goes to files, for Node cannot write to a pipe under Wine.
const { spawn } = require("node:child_process");
const { closeSync, openSync, readFileSync, writeFileSync } = require("node:fs");

const [, , plan, answer] = process.argv;
const { steps } = JSON.parse(readFileSync(plan, "utf8"));

/** Starts one step. Out: a promise of its exit code. */
function start({ args, env, cwd, beside, stdin, stdout, stderr, timeoutMs }) {
  return new Promise((resolve) => {
    const other = beside === undefined ? undefined : startBeside(beside, env, cwd);
    const files = [openSync(stdout, "w"), openSync(stderr, "w")];
    const input = stdin === undefined ? "ignore" : openSync(stdin, "r");
    const child = spawn(process.execPath, args, {
      env,
      cwd,
      stdio: [input, ...files],
      windowsHide: true,
    });
    for (const one of files) closeSync(one);
    if (input !== "ignore") closeSync(input);
    const timer = setTimeout(() => child.kill(), timeoutMs);
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ code: null, error: error.message });
    });
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      other?.kill();
      resolve({ code, signal });
    });
  });
}

/** Starts a line of cmd, in which `{node}` stands for the path of Node, and waits until it has begun. */
function startBeside(line, env, cwd) {
  const args = ["/d", "/s", "/c", `"${line.replace("{node}", process.execPath)}"`];
  const child = spawn(env.ComSpec, args, { env, cwd, stdio: "ignore", windowsVerbatimArguments: true });
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
  return child;
}

async function main() {
  const done = [];
  for (const step of steps) done.push(await start(step));
  writeFileSync(answer, JSON.stringify(done));
}

main();
