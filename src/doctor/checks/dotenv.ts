import { defineCheck } from "../check.ts";

/** The state directory's `.env`, where a key may lie, can be read. */
export const dotenv = defineCheck({
  id: "dotenv",
  needs: ["dotenv"],
  judge: ({ dotenv: problem }) => (problem ? [problem] : []),
});
