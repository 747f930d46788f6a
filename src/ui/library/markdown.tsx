/** A note's Markdown as HTML. micromark shows raw HTML as text and drops addresses that could run something, by default. */
import { micromark } from 'micromark';
import { useMemo } from 'preact/hooks';

/** The renderer escapes what the note says, so its HTML may be set. */
export function Markdown({ text }: { text: string }) {
  const html = useMemo(() => openElsewhere(micromark(text)), [text]);
  return <div class="markdown" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Links of a note must not take the library's place, and pictures in one would tell their server that it is read. */
function openElsewhere(html: string): string {
  return html
    .replace(/<a href="/g, '<a target="_blank" rel="noreferrer" href="')
    .replace(
      /<img src="([^"]*)" alt="([^"]*)"[^>]*>/g,
      '<a target="_blank" rel="noreferrer" href="$1">$2</a>',
    );
}
