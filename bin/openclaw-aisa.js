#!/usr/bin/env node
// Kept in syntax that old Node versions can parse, so that they get a sentence and not a SyntaxError.
var parts = process.versions.node.split(".").map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  process.stderr.write("openclaw-aisa needs Node 20.19 or newer; this is " + process.version + ".\n");
  process.exitCode = 1;
} else {
  import("node:module")
    .then((nodeModule) => nodeModule.enableCompileCache?.())
    .then(() => import("../dist/main.js"))
    .then((main) => main.start());
}
