/** What every page of the extension does at its start: speak the reader's language, draw, and draw again in another. */
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import type { Words } from '../../core/words/fill.ts';
import { CARD_TABLES } from '../strings.ts';
import { DIRECTION, LANGUAGE, speak } from '../words.ts';
import { PAGE_TABLES } from './strings.ts';

export interface PageHost {
  readonly document: Document;
  /** The words of the card and of the pages, in the reader's language. */
  readWords(): Promise<Words>;
  onLanguageChanged(callback: () => void): void;
}

/** Draws the page, once its words are there. */
export async function drawPage(host: PageHost, page: () => ComponentChild): Promise<void> {
  const { document } = host;
  const draw = async () => {
    speak(await host.readWords(), { ...CARD_TABLES, ...PAGE_TABLES });
    document.documentElement.lang = LANGUAGE;
    document.documentElement.dir = DIRECTION;
    const root = document.getElementById('root');
    // Over the old page, so that the focus and what was opened stay: words are read while drawing, and all of it is drawn.
    if (root) render(page(), root);
  };
  host.onLanguageChanged(() => void draw());
  await draw();
}
