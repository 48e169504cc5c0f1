// One file for the short form: the program is loaded once for all kinds of faults.
import "./adapters.faults.ts";
import "./configs.faults.ts";
import "./hostile.faults.ts";
import "./killed.faults.ts";
import "./plugin.faults.ts";
import "./reading.faults.ts";
import "./steps.faults.ts";
