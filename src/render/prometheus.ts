import { type Severity, severityOf } from "../core/problem/index.ts";
import type { ExaminedProfile } from "./doctor.ts";

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

/** A gauge with its samples. Names and help texts are an interface for other programs: they are never translated. */
interface Gauge {
  readonly name: string;
  readonly help: string;
  readonly samples: (one: ExaminedProfile, version: string) => readonly Sample[];
}

const severities: readonly Severity[] = ["error", "warning", "info"];
const statuses = ["ok", "error", "warning", "info", "skipped", "crashed"] as const;

/** How many problems there are of each code and severity. */
function perCode({ findings }: ExaminedProfile): Sample[] {
  const counts = new Map<string, { labels: Labels; count: number }>();
  for (const problem of findings.problems) {
    const labels = { code: problem.code, severity: severityOf(problem) };
    const id = JSON.stringify(labels);
    const known = counts.get(id) ?? { labels, count: 0 };
    counts.set(id, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].map(({ labels, count }) => [labels, count]);
}

const gauges: readonly Gauge[] = [
  {
    name: "info",
    help: "Versions of openclaw-aisa and of the installed OpenClaw; always 1.",
    samples: ({ openclaw }, version) => [[{ version, openclaw_version: openclaw ?? "" }, 1]],
  },
  {
    name: "healthy",
    help: "1 if doctor found no error (with --strict no warning either), else 0.",
    samples: ({ fails }) => [[{}, fails ? 0 : 1]],
  },
  {
    name: "findings",
    help: "Problems found, by severity.",
    samples: ({ findings }) =>
      severities.map((severity) => [
        { severity },
        findings.problems.filter((one) => severityOf(one) === severity).length,
      ]),
  },
  {
    name: "problem",
    help: "Problems found, by code; a code that was not found is absent.",
    samples: perCode,
  },
  {
    name: "checks",
    help: "Checks, by how they ended.",
    samples: ({ findings }) =>
      statuses.map((status) => [{ status }, findings.results.filter((one) => one.status === status).length]),
  },
  {
    name: "duration_seconds",
    help: "How long doctor took.",
    samples: ({ findings }) => [[{}, findings.ms / 1000]],
  },
  {
    name: "last_run_timestamp_seconds",
    help: "When doctor looked, in seconds since 1970.",
    samples: ({ time }) => [[{}, Math.floor(time / 1000)]],
  },
];

const escaped = (value: string) =>
  value
    .replace(/\\/g, "\\\\")
    .replace(/"/g, '\\"')
    .replace(/[\r\n]+/g, " ");

const labelText = (labels: Labels) =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(",");

/** Returns what doctor found as Prometheus metrics in the text format, for the textfile collector of node_exporter. */
export function prometheusLines(examined: readonly ExaminedProfile[], version: string): string[] {
  return gauges.flatMap(({ name, help, samples }) => {
    const metric = `openclaw_aisa_doctor_${name}`;
    const lines = examined.flatMap((one) =>
      samples(one, version).map(
        ([labels, value]) => `${metric}{${labelText({ profile: one.profile, ...labels })}} ${value}`,
      ),
    );
    return lines.length === 0 ? [] : [`# HELP ${metric} ${help}`, `# TYPE ${metric} gauge`, ...lines];
  });
}
