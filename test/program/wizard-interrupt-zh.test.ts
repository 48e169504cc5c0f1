import { cancelSuite } from "../helpers/cancel-suite.ts";

cancelSuite("zh-CN", "interrupt");
