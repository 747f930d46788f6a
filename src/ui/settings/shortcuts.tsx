/** Which keys do what, and where the browser lets them be changed: an extension may not change them by itself everywhere. */
import { useEffect, useState } from 'preact/hooks';
import { keysInWords } from '../pages/keys.ts';
import { COMMANDS, SETTINGS } from '../pages/strings.ts';

export interface Command {
  readonly name: string;
  /** The manifest's words for it, in the browser's language. */
  readonly description: string;
  /** Such as "Alt+Shift+."; empty when the browser gave none. */
  readonly shortcut: string;
}

export interface ShortcutsProps {
  readonly listCommands: () => Promise<readonly Command[]>;
  readonly browser: 'chrome' | 'firefox';
  /** Shows the browser's own page for them; null where only the reader can go there. */
  readonly openShortcuts: (() => Promise<void>) | null;
}

export function Shortcuts({ listCommands, browser, openShortcuts }: ShortcutsProps) {
  const [commands, setCommands] = useState<readonly Command[]>([]);
  useEffect(() => {
    const look = () => void listCommands().then(setCommands, () => undefined);
    look();
    // The reader comes back from the browser's page with other keys.
    globalThis.addEventListener('focus', look);
    return () => globalThis.removeEventListener('focus', look);
  }, [listCommands]);
  return (
    <>
      <dl class="pairs">
        {commands.map(({ name, description, shortcut }) => {
          const words = wordsFor(name) ?? description;
          return words === '' ? null : (
            <div key={name}>
              <dt>{words}</dt>
              <dd>
                {shortcut === '' ? (
                  <span class="detail">{SETTINGS.notSet}</span>
                ) : (
                  <kbd>{keysInWords(shortcut)}</kbd>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      {openShortcuts && (
        <p>
          <button type="button" class="button" onClick={() => void openShortcuts().catch(() => undefined)}>
            {SETTINGS.change}
          </button>
        </p>
      )}
      <p class="note">{browser === 'firefox' ? SETTINGS.changeInFirefox : SETTINGS.changeInChrome}</p>
    </>
  );
}

function wordsFor(name: string): string | undefined {
  const words: Readonly<Record<string, string>> = COMMANDS;
  return Object.hasOwn(words, name) ? words[name] : undefined;
}
