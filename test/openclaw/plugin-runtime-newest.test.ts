import { runtimeSuite } from "./runtime-suite.ts";

runtimeSuite("2026.9.6");
