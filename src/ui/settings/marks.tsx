/** What marks look like, and how many there are; shown as it will be. */
import type { ComponentChild } from 'preact';
import { SETTINGS } from '../pages/strings.ts';
import { Switch } from '../pages/switch.tsx';
import { Choice } from './choice.tsx';
import type { SectionProps } from './opening.tsx';

/** Offered when the limit is first switched on. */
const FIRST_CAP = 3;
const MOST = 100;
/** The name in the sample sentence, in every language. */
const SAMPLE_NAME = 'Huawei';

export function Marks({ settings, change }: SectionProps) {
  const { marked, markStyle, densityCap } = settings;
  return (
    <>
      <p class={`sample ${markStyle} ${marked}`}>{withMarks(SETTINGS.sample)}</p>
      <Choice
        legend={SETTINGS.marked}
        name="marked"
        value={marked}
        options={[
          ['first', SETTINGS.markFirst],
          ['all', SETTINGS.markAll],
          ['none', SETTINGS.markNone],
        ]}
        set={(to) => change((now) => ({ ...now, marked: to }))}
      />
      <p class="note">{SETTINGS.markedNote}</p>
      <Choice
        legend={SETTINGS.look}
        name="mark-style"
        value={markStyle}
        options={[
          ['underline', SETTINGS.underline],
          ['tint', SETTINGS.tint],
        ]}
        set={(to) => change((now) => ({ ...now, markStyle: to }))}
      />
      <Switch
        label={SETTINGS.limitMarks}
        on={densityCap !== null}
        set={(on) => change((now) => ({ ...now, densityCap: on ? FIRST_CAP : null }))}
      />
      {densityCap !== null && (
        <label class="field">
          <span>{SETTINGS.marksAtMost}</span>
          <input
            type="number"
            min={0}
            max={MOST}
            step={1}
            value={densityCap}
            onChange={(event) => {
              const value = event.currentTarget.valueAsNumber;
              if (Number.isInteger(value) && value >= 0 && value <= MOST)
                change((now) => ({ ...now, densityCap: value }));
            }}
          />
        </label>
      )}
    </>
  );
}

function withMarks(sentence: string): ComponentChild[] {
  return sentence
    .split(SAMPLE_NAME)
    .flatMap((part, i) => (i === 0 ? [part] : [<u key={String(i)}>{SAMPLE_NAME}</u>, part]));
}
