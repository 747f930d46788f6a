/** One of several words, chosen from a list that opens. */

export interface SelectProps<T extends string> {
  readonly value: T;
  /** Each with the words for it, and their language where it is not the page's. */
  readonly options: readonly (readonly [value: T, words: string, lang?: string])[];
  readonly set: (value: T) => void;
}

export function Select<T extends string>({ value, options, set }: SelectProps<T>) {
  const choose = (chosen: string) => {
    const option = options.find(([known]) => known === chosen);
    if (option) set(option[0]);
  };
  return (
    <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
      {options.map(([known, words, lang]) => (
        <option key={known} value={known} lang={lang}>
          {words}
        </option>
      ))}
    </select>
  );
}
