/** Something that is made when it is first asked for, and kept. */
export interface Once<T> {
  (): T;
  /** What was made, or null while nobody has asked. */
  readonly made: () => T | null;
}

export function once<T>(make: () => T): Once<T> {
  let known: { readonly value: T } | null = null;
  const ask = () => {
    known ??= { value: make() };
    return known.value;
  };
  return Object.assign(ask, { made: () => known?.value ?? null });
}
