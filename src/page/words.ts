/** The few words of the notice that the page's script shows when it has to stop. Same pattern as src/ui/strings.ts. */
import type { Words } from '../core/words/fill.ts';

const ENGLISH = {
  stopped:
    'Sidelight was updated or switched off. Its marks are back when the page is reloaded and it is on.',
  noAccess: 'Sidelight may no longer read this site.',
  reload: 'Reload',
  close: 'Close',
};

export const NOTICE = { ...ENGLISH };

/** What the notice is written in. */
export let NOTICE_LANGUAGE = 'en';

/**
 * Puts the notice into another language. To be done while all is well: when the notice is needed, nobody can be asked any more.
 */
export function speakNotice({ language, tables }: Words): void {
  NOTICE_LANGUAGE = language;
  Object.assign(NOTICE, ENGLISH, tables.NOTICE);
}
