import type { Problem } from "../../core/problem/index.ts";
import { defineCheck } from "../check.ts";
import type { ExposedPaths, GuardedFile } from "../facts.ts";

const octal = (mode: number) => (mode & 0o777).toString(8).padStart(4, "0");
const withoutOthers = (mode: number) => mode & 0o755;

/** Files of which others have too much, with the modes that they should have. */
function filesProblem(
  variant: "readable" | "writable-file",
  files: readonly GuardedFile[],
  modeFor: (mode: number) => number,
): Problem[] {
  const [first] = files;
  if (first === undefined) return [];
  const { file, info } = first;
  const params = { variant, file, mode: octal(info.mode), expected: octal(modeFor(info.mode)) };
  return [
    {
      code: "insecure-permissions",
      params: { ...params, count: files.length },
      evidence: files.length > 1 ? files.map((one) => `${octal(one.info.mode)} ${one.file}`) : [],
      at: { file },
      fix: files.map((one) => ({
        file: one.file,
        format: one.format,
        changes: [{ op: "mode", path: [], value: modeFor(one.info.mode) }],
      })),
    },
  ];
}

function exposedProblems({ folders, foreign }: ExposedPaths): Problem[] {
  const code = "insecure-permissions";
  const writable = folders.map(({ file, info }): Problem => {
    const [mode, expected] = [octal(info.mode), octal(withoutOthers(info.mode))];
    return { code, params: { variant: "writable-folder", file, mode, expected, count: 1 }, at: { file } };
  });
  const [file] = foreign;
  if (file === undefined) return writable;
  const params = { variant: "owner", file, mode: "", expected: "", count: foreign.length } as const;
  return [...writable, { code, params, evidence: foreign.length > 1 ? foreign : [], at: { file } }];
}

/** Files with a key are readable by their owner only, and no other user can change where the key is sent. */
export const permissions = defineCheck({
  id: "permissions",
  needs: ["exposed"],
  uses: ["guarded"],
  judge: ({ exposed, guarded = [] }) => {
    const readable = guarded.filter(({ info }) => (info.mode & 0o077) !== 0);
    // The mode for a file with a key takes writing from others as well.
    const left = exposed.files.filter(({ file }) => !readable.some((one) => one.file === file));
    return [
      ...filesProblem("readable", readable, () => 0o600),
      ...filesProblem("writable-file", left, withoutOthers),
      ...exposedProblems(exposed),
    ];
  },
});
