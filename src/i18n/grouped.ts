/**
 * Returns a number with commas between its thousands and at most three decimals, as `toLocaleString("en-US")` does.
 * That takes 8 ms where it is called for the first time, which most commands would wait for.
 */
export function grouped(value: number): string {
  const [whole = "", ...decimals] = String(
    Number.isInteger(value) ? value : Math.round(value * 1000) / 1000,
  ).split(".");
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ","), ...decimals].join(".");
}
