import { onTestFinished } from "vitest";
import { type DemoGateway, type DemoScript, startDemoGateway } from "../../src/demo/server.ts";
import { type Home, makeHome } from "./home.ts";

/** A demo gateway and a home whose environment leads to it. */
export interface Bench {
  readonly gateway: DemoGateway;
  readonly home: Home;
  readonly env: Record<string, string>;
}

/** Starts a demo gateway for one test, with a home beside it. */
export async function makeBench(script: DemoScript = {}, config?: string): Promise<Bench> {
  const gateway = await startDemoGateway(script);
  onTestFinished(() => gateway.close());
  const home = makeHome(config);
  return { gateway, home, env: { AISA_BASE_URL: gateway.url, AISA_API_KEY: gateway.key } };
}
