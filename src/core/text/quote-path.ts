/**
 * A path as one argument of a command that can be pasted: bare where no shell changes it, else in single quotes for a
 * POSIX shell; a Windows path in double quotes, which PowerShell and cmd both read.
 */
export function quotePath(path: string): string {
  if (/^[\w./:@+,-]+$/.test(path)) return path;
  if (/^(?:[A-Za-z]:|\\\\)/.test(path)) return `"${path}"`;
  return `'${path.replaceAll("'", "'\\''")}'`;
}
