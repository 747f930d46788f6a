/** Versions of releases: YYYY.MM.DD, or YYYY.MM.DD.N for later ones of a day. They order, and they say a day. */

const FORM = /^\d{4}\.\d{2}\.\d{2}(?:\.\d+)?$/;

export function isVersion(text: string): boolean {
  return FORM.test(text) && text.length <= 20;
}

/** Below zero when `a` is older than `b`, zero when they are the same, above zero when it is newer. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The day of a version, YYYY-MM-DD. */
export function versionDay(version: string): string {
  return version.split('.').slice(0, 3).join('-');
}
