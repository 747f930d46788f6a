/** The head of one article's page: what is known of it, for citing. */
import { inWords } from '../dates.ts';
import { WORDS } from './strings.ts';
import type { Library } from './use-library.ts';

export function PageHead({ library }: { library: Library }) {
  const page = library.found?.notes[0]?.page;
  if (!page) return null;
  const facts = [
    page.authors.length > 0 ? WORDS.by(page.authors.join(', ')) : '',
    page.publisher ?? '',
    page.published ? WORDS.publishedOn(inWords(page.published)) : '',
    page.lang ? library.host.languageName(page.lang) : '',
  ];
  return (
    <header class="page-head">
      <h2 dir="auto" lang={page.lang ?? undefined}>
        {page.title || WORDS.untitled}
      </h2>
      <p>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      <p>
        <a href={page.url} target="_blank" rel="noreferrer">
          {page.url}
        </a>
      </p>
    </header>
  );
}
