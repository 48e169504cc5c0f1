#!/usr/bin/env node
// CommonJS, in syntax that old Node versions can parse: they get a sentence and not a SyntaxError. --version and the
// usual --help answer before anything else is loaded.
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

function tellLost(error) {
  if (error.code === "EPIPE") return;
  process.exitCode = 5;
  process.stderr.write("openclaw-aisa: standard output could not be written (" + error.message + ")\n");
}

function print(text) {
  process.stdout.on("error", tellLost);
  process.stdout.write(text);
}

function printVersion() {
  var text = require("../package.json").version + "\n";
  try {
    // Not through process.stdout, which takes longer to set up than all the rest.
    require("node:fs").writeSync(1, text);
  } catch (error) {
    if (error.code === "EAGAIN") print(text);
    else tellLost(error);
  }
}

/** The help of the program, where that is known without the program. */
function quickHelp() {
  try {
    return require("../dist/quick-help.cjs").quickHelp(require("../dist/help.json"), process);
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    return undefined; // not built, which `start` says
  }
}

// A heap grows to several times of what is in use before it is cleaned up: with thousands of models to fix that is half
// a gigabyte. What the flags cost is felt only there. Flags that a Node does not know it complains about.
function keepHeapSmall() {
  if (parts[0] > 26) return;
  var v8 = require("node:v8");
  v8.setFlagsFromString("--heap-growing-percent=60");
  v8.setFlagsFromString("--semi-space-growth-factor=1");
}

var only = argv.length === 1 ? argv[0] : "";
var help;
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  process.stderr.write("openclaw-aisa needs Node 20.19 or newer; this is " + process.version + ".\n");
  process.exitCode = 1;
} else if (only === "--version" || only === "-V") printVersion();
else {
  if (only === "--help" || only === "-h") help = quickHelp();
  if (help !== undefined) print(help);
  else {
    if (argv.indexOf("--fix") !== -1) keepHeapSmall();
    require("node:module").enableCompileCache?.();
    start();
  }
}
