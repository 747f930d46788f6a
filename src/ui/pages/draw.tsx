/** What every page of the extension does at its start: speak the reader's language, draw, and draw again in another. */
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import type { Words } from '../../core/words/fill.ts';
import { DIRECTION, LANGUAGE, speak, type Tables } from '../words.ts';

export interface PageHost {
  readonly document: Document;
  /** The words of the page, in the reader's language. */
  readWords(): Promise<Words>;
  onLanguageChanged(callback: () => void): void;
}

/** A page that its words keep waiting longer is drawn in English, which is in the code, rather than not at all. */
const PATIENCE = 500;

/** Draws the page, once its words are there. `tables` are what it says; a title only where the document's own will not do. */
export async function drawPage(
  host: PageHost,
  tables: Tables,
  page: () => ComponentChild,
  title?: () => string,
): Promise<void> {
  const { document } = host;
  let isDrawn = false;
  const show = () => {
    isDrawn = true;
    document.documentElement.lang = LANGUAGE;
    document.documentElement.dir = DIRECTION;
    if (title) document.title = title();
    const root = document.getElementById('root');
    // Over the old page, so that the focus and what was opened stay: words are read while drawing, and all of it is drawn.
    if (root) render(page(), root);
  };
  const draw = async () => {
    speak(await host.readWords(), tables);
    show();
  };
  host.onLanguageChanged(() => void draw());
  // Storage can be busy for long while the browser starts, or takes in a dataset.
  const timer = setTimeout(() => isDrawn || show(), PATIENCE);
  await draw();
  clearTimeout(timer);
}
