import { defineCheck } from "../check.ts";

const octal = (mode: number) => (mode & 0o777).toString(8).padStart(4, "0");

/** Files that hold a key are readable for their owner alone. */
export const permissions = defineCheck({
  id: "permissions",
  needs: ["guarded"],
  judge: ({ guarded }) => {
    const open = guarded.filter(({ info }) => (info.mode & 0o077) !== 0);
    const [first] = open;
    if (first === undefined) return [];
    const { file, info } = first;
    return [
      {
        code: "insecure-permissions",
        params: { file, mode: octal(info.mode), expected: "0600", count: open.length },
        evidence: open.length > 1 ? open.map((one) => `${octal(one.info.mode)} ${one.file}`) : [],
        at: { file },
        fix: open.map((one) => ({
          file: one.file,
          format: one.format,
          changes: [{ op: "mode", path: [], value: 0o600 }],
        })),
      },
    ];
  },
});
