/** Something that is on or off, and changes at once. */
export interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly set: (on: boolean) => void;
}

export function Switch({ label, on, disabled = false, set }: SwitchProps) {
  return (
    <label class="switch">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    </label>
  );
}
