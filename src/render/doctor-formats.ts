import type { Messages } from "../i18n/index.ts";
import type { ExaminedProfile } from "./doctor.ts";
import { junitLines } from "./junit.ts";
import { prometheusLines } from "./prometheus.ts";

/** A format that other programs read. */
export type DoctorFormat = "prometheus" | "junit";

/** Returns the findings in a format for other programs. */
export function formatted(
  format: DoctorFormat,
  examined: readonly ExaminedProfile[],
  { t, version }: { readonly t: Messages; readonly version: string },
  strict = false,
): string[] {
  return format === "junit" ? junitLines(examined, t, strict) : prometheusLines(examined, version);
}
