import { bareId } from "../../core/provider/index.ts";
import { defineCheck } from "../check.ts";

/** Every configured model was asked; which were left out is reported, so that silence is not taken for health. */
export const asked = defineCheck({
  id: "asked",
  needs: ["asked", "chats"],
  judge: ({ asked: { left } }) =>
    left.length === 0 ? [] : [{ code: "models-not-asked", params: { models: left.map(bareId) } }],
});
