/** Links to the sources of a statement, each to its passage, with an archived copy beside. */
import { type ComponentChildren, Fragment } from 'preact';
import type { CardSource } from '../../core/dataset/card.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';
import { TEXT } from '../strings.ts';
import { archiveAddress, archiveHost, isWebAddress, passageAddress } from './addresses.ts';
import { Link, type OpenSource } from './link.tsx';
import { sourceDetails } from './source-details.ts';
import { bestFirst } from './source-order.ts';

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
      {byAddress(bestFirst(sources, page)).map(([source, ...more], index, all) => (
        <li key={source.url}>
          <Link class="source" url={passageAddress(source)} title={source.title} openSource={openSource}>
            {source.publisher}
          </Link>{' '}
          {more.map((other, i) => (
            <Fragment key={other.passage?.start}>
              <Link
                class="passage"
                url={passageAddress(other)}
                title={TEXT.furtherPassage(i + 2, source.publisher)}
                label={TEXT.furtherPassage(i + 2, source.publisher)}
                openSource={openSource}
              >
                {String(i + 2)}
              </Link>{' '}
            </Fragment>
          ))}
          <span class="detail">{sourceDetails(source, page).join(', ')}</span>{' '}
          {isWebAddress(source.url) && <Archived source={source} openSource={openSource} />}
          {index === all.length - 1 && children}
        </li>
      ))}
    </ul>
  );
}

/** Passages of one page together: a page is named once, each of its passages is one click away. */
function byAddress(sources: readonly CardSource[]): [CardSource, ...CardSource[]][] {
  const groups = new Map<string, [CardSource, ...CardSource[]]>();
  for (const source of sources) {
    const group = groups.get(source.url);
    if (group) group.push(source);
    else groups.set(source.url, [source]);
  }
  return [...groups.values()];
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
