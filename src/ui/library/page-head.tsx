/** The head of one article's page: what is known of it, for citing. */
import { inWords } from '../dates.ts';
import { languageName } from '../names.ts';
import { LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

export function PageHead({ library }: { library: Library }) {
  const page = library.found?.notes[0]?.page;
  if (!page) return null;
  const facts = [
    page.authors.length > 0 ? LIBRARY.by(page.authors.join(', ')) : '',
    page.publisher ?? '',
    page.published ? LIBRARY.publishedOn(inWords(page.published)) : '',
    page.lang ? languageName(page.lang) : '',
  ];
  return (
    <header class="page-head">
      <h2 dir="auto" lang={page.lang ?? undefined}>
        {page.title || LIBRARY.untitled}
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
