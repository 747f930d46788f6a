/** How the pointer opens cards, and how long everything takes. */
import { DEFAULT_SETTINGS, HOLD_KEYS, MAX_DELAY, type Settings } from '../../core/settings/settings.ts';
import { Select } from '../pages/select.tsx';
import { SETTINGS } from '../pages/strings.ts';
import { LOCALE } from '../strings.ts';
import { Choice } from './choice.tsx';
import type { ChangeSettings } from './use-settings.ts';

export interface SectionProps {
  readonly settings: Settings;
  readonly change: ChangeSettings;
}

const STEP = 50;

export function Opening({ settings, change }: SectionProps) {
  const { openBy, holdKey, timing } = settings;
  return (
    <>
      <Choice
        legend={SETTINGS.opens}
        name="open-by"
        value={openBy}
        options={[
          ['hover', SETTINGS.byHover],
          ['key', SETTINGS.byKey],
          ['click', SETTINGS.byClick],
        ]}
        set={(to) => change((now) => ({ ...now, openBy: to }))}
      />
      {openBy === 'key' && (
        <label class="field">
          <span>{SETTINGS.holdKey}</span>
          <Select
            value={holdKey}
            options={HOLD_KEYS.map((key) => [key, key])}
            set={(to) => change((now) => ({ ...now, holdKey: to }))}
          />
        </label>
      )}
      <p class="note">{SETTINGS.openNote}</p>
      {(['prepare', 'show', 'grace'] as const).map((name) => (
        <Delay
          key={name}
          label={SETTINGS[name]}
          value={timing[name]}
          set={(value) => change((now) => ({ ...now, timing: { ...now.timing, [name]: value } }))}
        />
      ))}
      <p>
        <button
          type="button"
          class="button"
          onClick={() => change((now) => ({ ...now, timing: DEFAULT_SETTINGS.timing }))}
        >
          {SETTINGS.defaults}
        </button>
      </p>
    </>
  );
}

interface DelayProps {
  readonly label: string;
  readonly value: number;
  readonly set: (milliseconds: number) => void;
}

function Delay({ label, value, set }: DelayProps) {
  const words = new Intl.NumberFormat(LOCALE, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'narrow',
    minimumFractionDigits: 2,
  }).format(value / 1000);
  return (
    <label class="delay">
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={MAX_DELAY}
        step={STEP}
        value={value}
        aria-valuetext={words}
        onInput={(event) => set(Number(event.currentTarget.value))}
      />
      <output>{words}</output>
    </label>
  );
}
