/**
 * Installs what the tests with programs of others need: OpenClaws, the tools of many machines, Wine. Those tests install
 * what is missing themselves; beforehand, it can be done beside other tests.
 */
import { installTools } from "./fleet/tools.ts";
import { installAll } from "./openclaw/install.ts";
import { installWindows } from "./windows/install.ts";

await installAll();
await installTools();
await installWindows();
