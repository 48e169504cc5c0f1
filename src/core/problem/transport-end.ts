/**
 * Where a request ended that brought no answer: at the name, the connection, our patience, the certificate, the proxy,
 * a port that fetch does not connect to; `unreadable`: an answer came, and none that can be read.
 */
export type TransportEnd = "dns" | "connection" | "timeout" | "tls" | "proxy" | "port" | "unreadable";

/** Node's or undici's description of an error: its code, and its sentence if several errors share a code. */
export interface TransportError {
  readonly errno?: string | undefined;
  readonly message?: string | undefined;
}

/** The first row that fits counts; a row without words is for every sentence. */
const rows: readonly { readonly end: TransportEnd; readonly code: RegExp; readonly words?: RegExp }[] = [
  { end: "port", code: /^$/, words: /^bad port$/ },
  // An interim status for a final one.
  { end: "unreadable", code: /^UND_ERR_SOCKET$/, words: /^bad (?:response|upgrade)$/ },
  { end: "proxy", code: /^(?:ERR_PROXY\w*|UND_ERR_PRX_TLS)$/ },
  { end: "timeout", code: /TIMEDOUT|TIMEOUT/ },
  // OpenSSL's reasons for a certificate, without a prefix of their own, and the errors of Node's tls.
  {
    end: "tls",
    code: /CERT|TLS|SSL|^EPROTO$|^UNABLE_TO_|^CRL_|^(?:INVALID_CA|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|HOSTNAME_MISMATCH)$/,
  },
  { end: "dns", code: /^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|ENONAME|EBADNAME|EBADRESP)$/ },
  // System errors have one word; undici's and Node's own name the connection that ended.
  {
    end: "connection",
    code: /^(?:E[A-Z\d]+|UND_ERR_(?:SOCKET|CLOSED|DESTROYED|ABORT|ABORTED|INFO)|ERR_(?:SOCKET|STREAM)_\w+)$/,
  },
];

/**
 * Returns where a request ended, from the one table of errors of fetch and the steps below it. An error without a row
 * (the HTTP parser's `HPE_*`, a body that cannot be decompressed, an error without a code) is an unreadable answer:
 * the connection worked.
 */
export function transportEnd({ errno = "", message = "" }: TransportError): TransportEnd {
  const row = rows.find(({ code, words }) => code.test(errno) && (words?.test(message) ?? true));
  return row?.end ?? "unreadable";
}
