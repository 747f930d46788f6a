/** Whether the key is held that opens cards in the `key` mode. */
import { windowOf } from './read/past-fields.ts';

/** Calls back as the key goes down and up; up also when the window loses the keyboard, since its keyup goes elsewhere then. */
export function watchHoldKey(
  document: Document,
  key: () => string,
  callback: (held: boolean) => void,
  signal: AbortSignal,
): void {
  const options = { capture: true, passive: true, signal } as const;
  // Keys that a page makes up are not the reader's.
  const isHoldKey = (event: KeyboardEvent) => event.isTrusted && event.key === key();
  document.addEventListener('keydown', (event) => isHoldKey(event) && callback(true), options);
  document.addEventListener('keyup', (event) => isHoldKey(event) && callback(false), options);
  windowOf(document)?.addEventListener('blur', () => callback(false), options);
}
