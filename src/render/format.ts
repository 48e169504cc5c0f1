/** Tokens in short: `256K`, `1M`; powers of two as people call them, 131,072 is `128K`. */
export function formatTokens(tokens: number): string {
  const binary = Number.isInteger(Math.log2(tokens));
  const [thousand, million] = binary ? [1024, 1024 * 1024] : [1000, 1_000_000];
  if (tokens >= million) return `${trim(tokens / million, 1)}M`;
  return tokens >= thousand ? `${trim(tokens / thousand, 0)}K` : String(tokens);
}

/** A number with at most `digits` decimals, without zeros at its end. */
function trim(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

/** USD per 1M tokens: two decimals at least, four at most, so that $0.0225 stays itself. */
export function formatPrice(usd: number): string {
  const [whole = "0", decimals = ""] = usd.toFixed(4).split(".");
  return `${whole}.${decimals.replace(/0{1,2}$/, "")}`;
}

/** An amount of money: `$2,040`, `$12.34`, `$0.0021`; what is small keeps two digits that count. */
export function formatUsd(usd: number): string {
  const size = Math.abs(usd);
  if (size > 0 && size < 0.00005) return "<$0.0001";
  const digits = size >= 100 || size === 0 ? 0 : size >= 0.1 ? 2 : 4;
  const [whole = "0", decimals] = size.toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${usd < 0 ? "-" : ""}$${grouped}${decimals === undefined ? "" : `.${decimals}`}`;
}

/** A range of amounts of money: `$11.46-12.75`; one amount where both ends read the same. */
export function formatRange([low, high]: readonly [low: number, high: number]): string {
  const [from, to] = [formatUsd(low), formatUsd(high)];
  return from === to ? from : `${from}-${to.replace("$", "")}`;
}

/** A whole number with commas between the thousands. */
export function formatCount(count: number): string {
  return String(Math.round(count)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A bar of at most `width` columns for a share of 0 to 1, in steps of an eighth; something is never shown as nothing. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * width * 8);
  const steps = share > 0 ? Math.max(1, eighths) : 0;
  return "█".repeat(Math.floor(steps / 8)) + (["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][steps % 8] ?? "");
}

/** A share of 0 to 1 in percent, whole: `0.52` is `52`. */
export function formatPercent(share: number): string {
  return String(Math.round(share * 100));
}
