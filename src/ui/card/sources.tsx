/** Links to the sources of a statement, each to its passage, with an archived copy beside. */
import type { CardSource } from '../../core/dataset/card.ts';
import { inWords } from '../dates.ts';
import { INTEREST, TEXT } from '../strings.ts';
import { archiveAddress, isWebAddress, passageAddress } from './addresses.ts';

export interface SourcesProps {
  readonly sources: readonly CardSource[];
  readonly openSource: ((url: string) => void) | null;
}

export function Sources({ sources, openSource }: SourcesProps) {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={`${source.url} ${source.passage?.start}`}>
          <Link url={passageAddress(source)} title={source.title} openSource={openSource}>
            {source.publisher}
          </Link>
          <span class="detail">{detailsOf(source).join(', ')}</span>
          {isWebAddress(source.url) && (
            <Link url={archiveAddress(source)} title={TEXT.archivedNote} openSource={openSource} quiet>
              {TEXT.archived}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

interface LinkProps {
  readonly url: string;
  readonly title: string | null;
  readonly openSource: ((url: string) => void) | null;
  readonly quiet?: boolean;
  readonly children: string;
}

function Link({ url, title, openSource, quiet, children }: LinkProps) {
  // The dataset's checker lets nothing else through; a damaged database must not either.
  if (!isWebAddress(url)) return <span>{children}</span>;
  const open = (event: MouseEvent) => {
    if (!openSource) return;
    event.preventDefault();
    openSource(url);
  };
  return (
    <a
      class={quiet ? 'archive' : 'source'}
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      title={title ?? undefined}
      onClick={open}
    >
      {children}
    </a>
  );
}

const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

function detailsOf({ origin, published, lang, weak, interest, url }: CardSource): string[] {
  return [
    origin ? `from ${origin}` : '',
    published === null ? TEXT.undated : inWords(published),
    lang.startsWith('en') ? '' : TEXT.inLanguage(languages.of(lang.split('-')[0] ?? lang) ?? lang),
    interest ? INTEREST[interest] : '',
    weak ? TEXT.weak : '',
    url.startsWith('http:') ? TEXT.notEncrypted : '',
  ].filter((detail) => detail !== '');
}
