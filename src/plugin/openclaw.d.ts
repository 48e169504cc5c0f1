/** The parts of OpenClaw's plugin SDK that are imported when they are needed; both 2026.4.15 and 2026.9.6 have them. */
declare module "openclaw/plugin-sdk/provider-auth-api-key" {
  export function createProviderApiKeyAuthMethod(
    params: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, ((context: unknown) => Promise<unknown>) | undefined>>;
}

declare module "openclaw/plugin-sdk/provider-auth-runtime" {
  export function resolveApiKeyForProvider(params: {
    readonly provider: string;
    readonly cfg?: unknown;
    readonly agentDir?: string | undefined;
  }): Promise<{ readonly apiKey?: string }>;
}
