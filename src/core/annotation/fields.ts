/** Small checks for records from outside. Each gives the value in its proper form, or null. */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string that is not empty and not longer than `most` units. */
export function text(value: unknown, most: number): string | null {
  return typeof value === 'string' && value !== '' && value.length <= most ? value : null;
}

export function textOrNull(value: unknown, most: number): string | null {
  return text(value, most);
}

export function oneOf<const T extends readonly string[]>(values: T, value: unknown): T[number] | null {
  return values.find((item) => item === value) ?? null;
}

/** The items that `read` accepts; none for what is no list. A single value is a list of one. */
export function list<T>(value: unknown, read: (item: unknown) => T | null): T[] {
  if (value === undefined || value === null) return [];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => read(item) ?? []);
}

export function natural(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
}

/** Only these are ever linked to. */
export function webAddress(value: unknown): string | null {
  const url = text(value, 8000);
  return url && /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}
