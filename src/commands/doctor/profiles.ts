import type { Profile } from "../../core/openclaw/index.ts";
import { fail, inProfile, type Problem, severityOf } from "../../core/problem/index.ts";
import type { Context, Report } from "../../ports.ts";
import type { ExaminedProfile } from "../../render/doctor.ts";
import { profilesOf } from "../profiles.ts";

/** What one look came to: its report, and what the formats for machines are made of. */
export interface Looked extends Report {
  readonly examined: ExaminedProfile;
}

/** The looks at several profiles, as one report. */
export interface LookedAtAll {
  readonly report: Report;
  readonly examined: readonly ExaminedProfile[];
}

async function findProfiles(context: Context): Promise<Profile[]> {
  const profiles = await profilesOf(context);
  if (profiles.length > 0) return profiles;
  throw fail("usage", { variant: "text", text: context.t.doctor.noProfiles, line: "openclaw-aisa doctor" });
}

/** A look whose problems say in which profile they were found. */
function foundIn({ examined, ...report }: Looked, name: string | undefined): Looked {
  const marked = (problems: readonly Problem[]) => problems.map((one) => inProfile(one, name));
  const { findings } = examined;
  const results = findings.results.map((one) => ({ ...one, problems: marked(one.problems) }));
  return {
    ...report,
    problems: marked(report.problems),
    examined: { ...examined, findings: { ...findings, results, problems: marked(findings.problems) } },
  };
}

function linesOf(context: Context, looks: readonly (readonly [Profile, Looked])[]): string[] {
  const { style, t } = context;
  const faulty = looks.filter(([, { problems }]) =>
    problems.some((one) => severityOf(one) === "error"),
  ).length;
  return [
    ...looks.flatMap(([{ name, folder }, { lines }]) => [
      `${style.bold(t.doctor.profile(name))}  ${style.dim(`~/${folder}`)}`,
      "",
      ...lines,
      "",
    ]),
    t.doctor.profilesFound(looks.length, faulty),
  ];
}

/**
 * Looks at each profile of the user, one after the other, as each may ask before it writes. Throws Failure `usage` where
 * there is none. The report's data has what each look found under `profiles`; its problems are those of all.
 */
export async function lookAtProfiles(
  context: Context,
  look: (context: Context) => Promise<Looked>,
): Promise<LookedAtAll> {
  const looks: (readonly [Profile, Looked])[] = [];
  for (const profile of await findProfiles(context)) {
    const looked = await look(context.forProfile(profile.name));
    looks.push([profile, foundIn(looked, profile.name)]);
  }
  const all = looks.map(([, one]) => one);
  const { machine, now } = context;
  return {
    examined: all.map((one) => one.examined),
    report: {
      changed: all.some((one) => one.changed),
      data: {
        host: machine.host,
        time: (all[0]?.examined.time === undefined ? now() : new Date(all[0].examined.time)).toISOString(),
        profiles: looks.map(([{ name }, { data, outcome, problems }]) => ({
          ...(data as object),
          profile: name ?? "default",
          ok: outcome === undefined,
          problems: problems.map((one) => ({ code: one.code, severity: severityOf(one) })),
        })),
      },
      problems: all.flatMap((one) => one.problems),
      lines: linesOf(context, looks),
      outcome: all.find((one) => one.outcome !== undefined)?.outcome,
    },
  };
}
