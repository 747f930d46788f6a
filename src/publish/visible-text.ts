/** The visible text of a page given as HTML, read by the same code that reads it in the browser. */
import { Window } from 'happy-dom';
import { findArticle } from '../page/read/find-article.ts';
import { readPageFacts } from '../page/read/page-facts.ts';
import { readText } from '../page/read/text-walk.ts';

export interface VisibleText {
  readonly text: string;
  /** The language the page declares, or null. */
  readonly lang: string | null;
}

/** Text of the article in `html`, or of the whole page where there is none. Scripts do not run, nothing is fetched. */
export async function visibleText(html: string): Promise<VisibleText> {
  const window = new Window({
    settings: {
      disableJavaScriptEvaluation: true,
      disableCSSFileLoading: true,
      disableJavaScriptFileLoading: true,
    },
  });
  try {
    window.document.write(html);
    // happy-dom's document has what the reader asks of one; its types differ from the browser's in many small ways.
    const document = window.document as unknown as Document;
    const { roots } = findArticle(document);
    return { text: readText(roots).text, lang: readPageFacts(document, 'about:blank').lang };
  } finally {
    await window.happyDOM.close();
  }
}
