import { cancelSuite } from "../helpers/cancel-suite.ts";

cancelSuite("en", "endOfInput");
