/** The language of the interface. */
import { INTERFACE_LANGUAGES } from '../../core/settings/settings.ts';
import { LANGUAGES } from '../../core/words/languages.ts';
import { SETTINGS } from '../pages/strings.ts';
import type { SectionProps } from './opening.tsx';

export function Language({ settings, change }: SectionProps) {
  return (
    <>
      <label class="field">
        <span>{SETTINGS.interfaceLanguage}</span>
        <select
          value={settings.language}
          onChange={({ currentTarget: { value } }) =>
            change((now) => ({
              ...now,
              language: INTERFACE_LANGUAGES.find((language) => language === value) ?? now.language,
            }))
          }
        >
          {INTERFACE_LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language === 'auto' ? undefined : language}>
              {language === 'auto' ? SETTINGS.asBrowser : LANGUAGES[language].name}
            </option>
          ))}
        </select>
      </label>
      <p class="note">{SETTINGS.languageNote}</p>
    </>
  );
}
