/** Keys as they stand on a keyboard: browsers spell out two of them. */
export function keysInWords(shortcut: string): string {
  return shortcut
    .replace(/\bPeriod\b/, '.')
    .replace(/\bComma\b/, ',')
    .replaceAll('+', ' + ');
}
