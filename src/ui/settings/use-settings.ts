/** The settings as they are stored, and changing them. */

import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../core/settings/settings.ts';
import { ENDED } from '../../core/signals/ended.ts';

export interface SettingsStore {
  /** As they were when the page was opened. */
  readonly first: Settings;
  change(change: (settings: Settings) => Settings): Promise<unknown>;
  /** Also for changes made elsewhere: in the popup, on a card. */
  onChanged(callback: (settings: Settings) => void, signal: AbortSignal): void;
}

export type ChangeSettings = (change: (settings: Settings) => Settings) => void;

export function useSettings(store: SettingsStore): readonly [Settings, ChangeSettings] {
  const [settings, setSettings] = useState(store.first);
  useEffect(() => {
    const end = new AbortController();
    store.onChanged(setSettings, end.signal);
    return () => end.abort(ENDED);
  }, [store]);
  const change: ChangeSettings = (next) => {
    // Shown at once; what is stored comes back through onChanged and has the last word.
    setSettings(next);
    void store.change(next);
  };
  return [settings, change];
}
