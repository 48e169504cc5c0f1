import { defineCheck } from "../check.ts";

/** The gateway can be reached and takes the key. */
export const gatewayKey = defineCheck({
  id: "gateway-key",
  needs: ["models"],
  judge: ({ models }) => (models.ok ? [] : [models.problem]),
});
