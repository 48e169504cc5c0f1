import { runtimeSuite } from "./runtime-suite.ts";

runtimeSuite("2026.4.15");
