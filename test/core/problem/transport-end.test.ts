import { expect, it } from "vitest";
import { transportEnd } from "../../../src/core/problem/index.ts";

const table = {
  dns: ["ENOTFOUND", "EAI_AGAIN", "EAI_FAIL", "ENODATA", "ESERVFAIL", "EBADRESP"],
  connection: [
    ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "EPIPE", "EHOSTUNREACH", "EHOSTDOWN", "ENETUNREACH"],
    ...[
      "ENETDOWN",
      "EADDRNOTAVAIL",
      "EACCES",
      "EPERM",
      "EMFILE",
      "ENOBUFS",
      "UND_ERR_SOCKET",
      "UND_ERR_CLOSED",
    ],
    ...[
      "UND_ERR_DESTROYED",
      "UND_ERR_ABORTED",
      "UND_ERR_INFO",
      "ERR_STREAM_PREMATURE_CLOSE",
      "ERR_SOCKET_CLOSED",
    ],
  ],
  timeout: [
    ...["ETIMEDOUT", "ESOCKETTIMEDOUT", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT"],
    ...["UND_ERR_BODY_TIMEOUT", "ERR_SOCKET_CONNECTION_TIMEOUT"],
  ],
  tls: [
    ...[
      "EPROTO",
      "CERT_HAS_EXPIRED",
      "CERT_NOT_YET_VALID",
      "CERT_REVOKED",
      "CERT_CHAIN_TOO_LONG",
      "INVALID_CA",
    ],
    ...["DEPTH_ZERO_SELF_SIGNED_CERT", "SELF_SIGNED_CERT_IN_CHAIN", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY"],
    ...["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "UNABLE_TO_GET_CRL", "CRL_HAS_EXPIRED", "INVALID_PURPOSE"],
    ...[
      "PATH_LENGTH_EXCEEDED",
      "HOSTNAME_MISMATCH",
      "ERR_TLS_CERT_ALTNAME_INVALID",
      "ERR_SSL_WRONG_VERSION_NUMBER",
    ],
  ],
  proxy: ["ERR_PROXY", "ERR_PROXY_URL", "UND_ERR_PRX_TLS"],
  unreadable: [
    ...[
      "HPE_INVALID_CONSTANT",
      "HPE_UNEXPECTED_CONTENT_LENGTH",
      "HPE_HEADER_OVERFLOW",
      "UND_ERR_HEADERS_OVERFLOW",
    ],
    ...["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "UND_ERR_RES_EXCEEDED_MAX_SIZE", "UND_ERR_RESPONSE"],
    ...["Z_DATA_ERROR", "Z_BUF_ERROR", "ERR__ERROR_FORMAT_PADDING_2", "ERR_ASSERTION", "SOMETHING_NEW"],
  ],
} as const;

it.each(Object.entries(table).flatMap(([end, codes]) => codes.map((code) => [code, end])))(
  "%s: %s",
  (errno, end) => {
    expect(transportEnd({ errno })).toBe(end);
  },
);

it.each([
  [{ errno: "UND_ERR_SOCKET", message: "bad response" }, "unreadable"],
  [{ errno: "UND_ERR_SOCKET", message: "other side closed" }, "connection"],
  [{ message: "bad port" }, "port"],
  [{ message: "too many content-encodings in response: 200, maximum allowed is 5" }, "unreadable"],
  [{}, "unreadable"],
])("%j: %s", (error, end) => {
  expect(transportEnd(error)).toBe(end);
});
