/** An answer before it is sent. A stream has one part per event, everything else has one part. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly parts: readonly string[];
}

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { ...headers, "content-type": "application/json; charset=utf-8" },
    parts: [JSON.stringify(body)],
  };
}

/** A plain-text answer. */
export function plain(status: number, text: string): Reply {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, parts: [text] };
}

/** A web page. */
export function html(status: number, title: string): Reply {
  const page = `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${title}</title></head>\n<body><div id="root"></div></body>\n</html>\n`;
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, parts: [page] };
}

/** A server-sent event stream. */
export function events(parts: readonly string[]): Reply {
  return {
    status: 200,
    headers: { "content-type": "text/event-stream", "cache-control": "no-cache" },
    parts,
  };
}

/** One server-sent event. */
export function event(data: unknown): string {
  return `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;
}
