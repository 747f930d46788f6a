/** A text to be copied, shown as it will be, with the button that copies it. */
import { useRef, useState } from 'preact/hooks';
import { copyFrom } from './copy.ts';
import { TOOL_TEXT } from './strings.ts';

export interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  readonly rows: number;
}

export function CopyField({ label, text, rows }: CopyFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<{ readonly of: string; readonly words: string } | null>(null);
  const copy = async () => {
    if (!field.current) return;
    const done = await copyFrom(field.current);
    setSaid({ of: text, words: done ? TOOL_TEXT.copied : TOOL_TEXT.copyByHand });
  };
  return (
    <>
      <textarea
        ref={field}
        class="text-field"
        readOnly
        rows={rows}
        aria-label={label}
        value={text}
        dir="auto"
      />
      <p class="row">
        <button type="button" class="button" onClick={() => void copy()}>
          {TOOL_TEXT.copy}
        </button>
        {/* Said of the text that was copied, not of another format chosen since. */}
        <span role="status">{said?.of === text ? said.words : ''}</span>
      </p>
    </>
  );
}
