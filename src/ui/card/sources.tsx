/** Links to the sources of a statement, each to its passage, with an archived copy beside. */
import type { ComponentChildren } from 'preact';
import type { CardSource } from '../../core/dataset/card.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';
import { TEXT } from '../strings.ts';
import { archiveAddress, archiveHost, isWebAddress, passageAddress } from './addresses.ts';
import { Link, type OpenSource } from './link.tsx';
import { sourceDetails } from './source-details.ts';

export interface SourcesProps {
  readonly sources: readonly CardSource[];
  readonly page: PageFacts;
  readonly openSource: OpenSource;
  /** What stands behind the last of them. */
  readonly children?: ComponentChildren;
}

export function Sources({ sources, page, openSource, children }: SourcesProps) {
  return (
    <ul class="sources">
      {sources.map((source, index) => (
        <li key={`${source.url} ${source.passage?.start}`}>
          <Link class="source" url={passageAddress(source)} title={source.title} openSource={openSource}>
            {source.publisher}
          </Link>{' '}
          <span class="detail">{sourceDetails(source, page).join(', ')}</span>{' '}
          {isWebAddress(source.url) && <Archived source={source} openSource={openSource} />}
          {index === sources.length - 1 && children}
        </li>
      ))}
    </ul>
  );
}

function Archived({ source, openSource }: { readonly source: CardSource; readonly openSource: OpenSource }) {
  const host = archiveHost(source);
  return (
    <Link
      class="archive"
      url={archiveAddress(source)}
      title={host ? TEXT.archivedElsewhere(host) : TEXT.archivedNote}
      label={TEXT.archivedOf(source.publisher)}
      openSource={openSource}
    >
      {TEXT.archived}
    </Link>
  );
}
