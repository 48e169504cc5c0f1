import { accessOfVendors } from "./access-of-vendors.ts";
import { answersAsPeopleSay } from "./answers-as-people-say.ts";
import { answersInPlainWords } from "./answers-in-plain-words.ts";
import { apiShapes } from "./api-shapes.ts";
import { configAsPeopleSay } from "./config-as-people-say.ts";
import { configSchema } from "./config-schema.ts";
import { configSyntax } from "./config-syntax.ts";
import { contentFilter } from "./content-filter.ts";
import { contextLengthExceeded } from "./context-length-exceeded.ts";
import { developerRoleUnsupported } from "./developer-role-unsupported.ts";
import { emptyContent } from "./empty-content.ts";
import { imageInputUnsupported } from "./image-input-unsupported.ts";
import { insufficientQuota } from "./insufficient-quota.ts";
import { insufficientQuotaInGeneral } from "./insufficient-quota-in-general.ts";
import { invalidKey } from "./invalid-key.ts";
import { invalidKeyInGeneral } from "./invalid-key-in-general.ts";
import { invalidTemperature } from "./invalid-temperature.ts";
import { keyExpiredOrDisabled } from "./key-expired-or-disabled.ts";
import { keysAsPeopleSay } from "./keys-as-people-say.ts";
import { keysInPlainWords } from "./keys-in-plain-words.ts";
import { limitsAsPeopleSay } from "./limits-as-people-say.ts";
import { limitsInPlainWords } from "./limits-in-plain-words.ts";
import { maxTokensTooLarge } from "./max-tokens-too-large.ts";
import { missingKey } from "./missing-key.ts";
import { missingPrefix } from "./missing-prefix.ts";
import { modelNotAllowed } from "./model-not-allowed.ts";
import { modelNotFound } from "./model-not-found.ts";
import { modelsAsPeopleSay } from "./models-as-people-say.ts";
import { modelsInPlainWords } from "./models-in-plain-words.ts";
import { namesAsPeopleSay } from "./names-as-people-say.ts";
import { networkAsPeopleSay } from "./network-as-people-say.ts";
import { networkDns } from "./network-dns.ts";
import { networkInPlainWords } from "./network-in-plain-words.ts";
import { networkRefused } from "./network-refused.ts";
import { networkTimeout } from "./network-timeout.ts";
import { noAvailableChannel } from "./no-available-channel.ts";
import { noise } from "./noise.ts";
import { other } from "./other.ts";
import { otherInGeneral } from "./other-in-general.ts";
import { plainWords } from "./plain-words.ts";
import { proxyError } from "./proxy-error.ts";
import { rateLimited } from "./rate-limited.ts";
import { rateLimitedInGeneral } from "./rate-limited-in-general.ts";
import { reasoningContentError } from "./reasoning-content-error.ts";
import { regionUnsupported } from "./region-unsupported.ts";
import { requestsAsPeopleSay } from "./requests-as-people-say.ts";
import { requestsInPlainWords } from "./requests-in-plain-words.ts";
import { restingProfile } from "./resting-profile.ts";
import type { Signature } from "./signature.ts";
import { staleModelId } from "./stale-model-id.ts";
import { streamingBroken } from "./streaming-broken.ts";
import { tlsError } from "./tls-error.ts";
import { toolCallError } from "./tool-call-error.ts";
import { unsupportedParameter } from "./unsupported-parameter.ts";
import { unsupportedParameterInGeneral } from "./unsupported-parameter-in-general.ts";
import { upstream5xx } from "./upstream-5xx.ts";
import { upstream5xxInGeneral } from "./upstream-5xx-in-general.ts";
import { wordsOfVendors } from "./words-of-vendors.ts";
import { wrongApiType } from "./wrong-api-type.ts";
import { wrongBaseUrl } from "./wrong-base-url.ts";
import { wrongBaseUrlInGeneral } from "./wrong-base-url-in-general.ts";

export { noise };

/** Every signature. The order does not matter. */
export const signatures: readonly Signature[] = [
  ...apiShapes,
  ...wordsOfVendors,
  ...accessOfVendors,
  ...plainWords,
  ...missingKey,
  ...restingProfile,
  ...keyExpiredOrDisabled,
  ...invalidKey,
  ...invalidKeyInGeneral,
  ...other,
  ...otherInGeneral,
  ...noAvailableChannel,
  ...missingPrefix,
  ...staleModelId,
  ...modelNotAllowed,
  ...modelNotFound,
  ...insufficientQuota,
  ...insufficientQuotaInGeneral,
  ...rateLimited,
  ...rateLimitedInGeneral,
  ...maxTokensTooLarge,
  ...contextLengthExceeded,
  ...invalidTemperature,
  ...developerRoleUnsupported,
  ...reasoningContentError,
  ...imageInputUnsupported,
  ...toolCallError,
  ...unsupportedParameter,
  ...unsupportedParameterInGeneral,
  ...emptyContent,
  ...streamingBroken,
  ...contentFilter,
  ...regionUnsupported,
  ...proxyError,
  ...tlsError,
  ...networkDns,
  ...networkRefused,
  ...networkTimeout,
  ...wrongBaseUrl,
  ...wrongBaseUrlInGeneral,
  ...configSyntax,
  ...configSchema,
  ...wrongApiType,
  ...upstream5xx,
  ...upstream5xxInGeneral,
  ...configAsPeopleSay,
  ...namesAsPeopleSay,
  ...networkAsPeopleSay,
  ...answersAsPeopleSay,
  ...requestsAsPeopleSay,
  ...limitsAsPeopleSay,
  ...keysAsPeopleSay,
  ...modelsAsPeopleSay,
  ...networkInPlainWords,
  ...answersInPlainWords,
  ...requestsInPlainWords,
  ...modelsInPlainWords,
  ...limitsInPlainWords,
  ...keysInPlainWords,
];
