#!/usr/bin/env node
// CommonJS, in syntax that old Node versions can parse: they get a sentence and not a SyntaxError, and --version
// answers before anything else is loaded.
var argv = process.argv.slice(2);
var parts = process.versions.node.split(".").map(Number);

function start() {
  var root = require("node:path").dirname(__dirname);
  var main;
  try {
    main = require.resolve("../dist/main.cjs");
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    process.stderr.write(
      "openclaw-aisa is not built: " +
        root +
        " has no dist/main.cjs. npm skipped the build, as it does with --ignore-scripts.\n" +
        "In a checkout, run: npm run build\n" +
        "Elsewhere, repeat the npm install command with --ignore-scripts=false\n",
    );
    process.exitCode = 1;
    return;
  }
  require(main).start();
}

if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  process.stderr.write("openclaw-aisa needs Node 20.19 or newer; this is " + process.version + ".\n");
  process.exitCode = 1;
} else if (argv.length === 1 && (argv[0] === "--version" || argv[0] === "-V")) {
  process.stdout.on("error", (error) => {
    if (error.code === "EPIPE") return;
    process.exitCode = 5;
    process.stderr.write("openclaw-aisa: standard output could not be written (" + error.message + ")\n");
  });
  process.stdout.write(require("../package.json").version + "\n");
} else {
  require("node:module").enableCompileCache?.();
  start();
}
