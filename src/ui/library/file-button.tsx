/** A button that lets a file be chosen, and a place to drop one. */
import { useRef, useState } from 'preact/hooks';

export interface FileButtonProps {
  readonly label: string;
  readonly accept: string;
  readonly disabled?: boolean;
  readonly onFile: (file: File) => void;
}

export function FileButton({ label, accept, disabled = false, onFile }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file) onFile(file);
    // The same file may be chosen again.
    if (field.current) field.current.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is another way; the button is the one for everybody.
    <div
      class={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <input
        ref={field}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => take(event.currentTarget.files?.[0])}
      />
      <button type="button" class="button" disabled={disabled} onClick={() => field.current?.click()}>
        {label}
      </button>
    </div>
  );
}
