/** Notes as one web page that needs nothing else: no script, no picture, no request. The three voices are set apart in words and by eye. */

import { passageAddress, sourceAddress } from '../addresses.ts';
import type { Annotation } from '../annotation.ts';
import { checkedWords, factWords, type LanguageName, pageCitation, sourceCitation } from './citation.ts';
import { WORDS } from './words.ts';

const STYLE = `
body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.55 system-ui,sans-serif;color:#1b2126;background:#fff}
article{margin:2.5rem 0;padding-top:1rem;border-top:1px solid #dfe4e8}h2{margin:0 0 .5rem;font-size:1.2rem}
h3{margin:1rem 0 .2rem;font-size:.85rem;color:#56616a}blockquote{margin:0;padding:.2rem 0 .2rem 1rem;border-left:4px solid #d9b400}
.dataset{padding:.2rem 0 .2rem 1rem;border-left:4px double #2563c9}.cite{font-size:.85rem;color:#56616a;overflow-wrap:anywhere}
.mine p{margin:.3rem 0}a{color:#1a56b8}
@media(prefers-color-scheme:dark){body{color:#e7eaed;background:#1c2125}article{border-color:#3a4248}.cite,h3{color:#a6b0b8}a{color:#8fb8fb}}`;

export function htmlHead(title: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>\n`;
}

export const HTML_FOOT = '</body></html>\n';

/** `render` makes safe HTML of the note's Markdown. */
export function htmlNote(
  note: Annotation,
  languageName: LanguageName,
  render: (markdown: string) => string,
): string {
  const { page, passage } = note;
  const lang = page.lang ? ` lang="${escaped(page.lang)}"` : '';
  const parts = [`<h2${lang}>${escaped(page.title || WORDS.untitled)}</h2>`];
  if (note.note !== '')
    parts.push(`<section class="mine"><h3>${WORDS.mine}</h3>${render(note.note)}</section>`);
  parts.push(
    passage
      ? `<section><h3>${WORDS.quotation}</h3><blockquote${lang} cite="${escaped(page.url)}">${escaped(passage.text)}</blockquote>${cite(pageCitation(note, languageName), passageAddress(page, passage))}</section>`
      : `<section><h3>${WORDS.wholePage}</h3>${cite(pageCitation(note, languageName), page.url)}</section>`,
  );
  for (const fact of note.facts) {
    const sources = (fact.statement?.sources ?? [])
      .map((source) => cite(sourceCitation(source, fact.dataset, languageName), sourceAddress(source)))
      .join('');
    parts.push(
      `<section class="dataset"><h3>${WORDS.dataset}, ${WORDS.datasetNote} · ${escaped(checkedWords(fact))}</h3><p>${escaped(factWords(fact))}</p>${sources}</section>`,
    );
  }
  if (note.tags.length > 0)
    parts.push(`<p class="cite">${note.tags.map((tag) => `#${escaped(tag)}`).join(' ')}</p>`);
  return `<article id="${escaped(note.id)}">${parts.join('\n')}</article>\n`;
}

function cite(words: string, url: string): string {
  const at = words.indexOf(url);
  const linked =
    at < 0
      ? escaped(words)
      : `${escaped(words.slice(0, at))}<a rel="noreferrer" href="${escaped(url)}">${escaped(url)}</a>${escaped(words.slice(at + url.length))}`;
  return `<p class="cite">${linked}</p>`;
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
