/** One of several, each in words. */
export interface ChoiceProps<Value extends string> {
  readonly legend: string;
  /** Unlike that of any other choice on the page. */
  readonly name: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly set: (value: Value) => void;
}

export function Choice<Value extends string>({ legend, name, value, options, set }: ChoiceProps<Value>) {
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => set(option)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
