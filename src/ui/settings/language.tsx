/** The language of the interface. */
import { INTERFACE_LANGUAGES } from '../../core/settings/settings.ts';
import { LANGUAGES } from '../../core/words/languages.ts';
import { Select } from '../pages/select.tsx';
import { SETTINGS } from '../pages/strings.ts';
import type { SectionProps } from './opening.tsx';

export function Language({ settings, change }: SectionProps) {
  return (
    <>
      <label class="field">
        <span>{SETTINGS.interfaceLanguage}</span>
        <Select
          value={settings.language}
          options={INTERFACE_LANGUAGES.map((language) =>
            language === 'auto'
              ? [language, SETTINGS.asBrowser]
              : [language, LANGUAGES[language].name, language],
          )}
          set={(language) => change((now) => ({ ...now, language }))}
        />
      </label>
      <p class="note">{SETTINGS.languageNote}</p>
    </>
  );
}
