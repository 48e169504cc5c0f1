import { loadSdk } from "./load-sdk.ts";
import type { AuthMethod } from "./sdk.ts";

/** How the sign-in is named, in OpenClaw's menus and on its command line. */
export interface AuthNames {
  readonly group: string;
  readonly label: string;
  readonly hint: string;
  readonly prompt: string;
  readonly defaultModel: string;
}

/** The sign-in choice of the manifest, and of `openclaw onboard --auth-choice`. */
export const authChoice = {
  method: "api-key",
  choiceId: "aisa-api-key",
  optionKey: "aisaApiKey",
  flag: "--aisa-api-key",
} as const;

type SignInStep = "run" | "validateNonInteractive" | "runNonInteractive";

/**
 * The sign-in with an API key. OpenClaw's own method asks (masked), checks, and stores the key where OpenClaw keeps
 * credentials; it is loaded when someone signs in and not before.
 */
export function apiKeyMethod(provider: string, envVar: string, names: AuthNames): AuthMethod {
  const call = async (step: SignInStep, context: unknown): Promise<unknown> => {
    const { createProviderApiKeyAuthMethod } = await loadSdk(
      () => import("openclaw/plugin-sdk/provider-auth-api-key"),
      "openclaw/plugin-sdk/provider-auth-api-key",
    );
    const method = createProviderApiKeyAuthMethod({
      providerId: provider,
      methodId: authChoice.method,
      label: names.label,
      hint: names.hint,
      optionKey: authChoice.optionKey,
      flagName: authChoice.flag,
      envVar,
      promptMessage: names.prompt,
      defaultModel: names.defaultModel,
      expectedProviders: [provider],
    });
    // OpenClaw 2026.4.15 has no check before the sign-in: there the sign-in itself is the check.
    return method[step]?.(context) ?? step === "validateNonInteractive";
  };
  return {
    id: authChoice.method,
    label: names.label,
    hint: names.hint,
    kind: "api_key",
    // OpenClaw 2026.4.15 finds the method of an interactive choice by this; newer ones by the manifest.
    wizard: {
      choiceId: authChoice.choiceId,
      choiceLabel: names.label,
      choiceHint: names.hint,
      groupId: provider,
      groupLabel: names.group,
      groupHint: names.hint,
      onboardingScopes: ["text-inference"],
    },
    run: (context) => call("run", context),
    validateNonInteractive: (context) => call("validateNonInteractive", context),
    runNonInteractive: (context) => call("runNonInteractive", context),
  };
}
