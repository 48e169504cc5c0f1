import { type Command, Option } from "commander";
import type { Messages } from "../i18n/index.ts";

/** Gives `doctor` its options. */
export function addDoctorOptions(command: Command, { doctor, options }: Messages["cli"]): Command {
  return command
    .option("--fix", doctor.fix)
    .option("--offline", options.offline)
    .option("--all", doctor.all)
    .option("--strict", doctor.strict)
    .option("--report [file]", doctor.report)
    .option("--logs <path>", doctor.logs)
    .option("--probe", doctor.probe)
    .option("--all-profiles", doctor.allProfiles)
    .addOption(new Option("--format <name>", doctor.format).choices(["prometheus", "junit"]))
    .option("--merge <reports...>", doctor.merge);
}
