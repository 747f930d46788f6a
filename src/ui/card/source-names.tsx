/** Who tells of a connection: the publishers in a row, each a link to the passage. */
import { Fragment } from 'preact';
import type { CardSource } from '../../core/dataset/card.ts';
import { isSamePage, type PageFacts } from '../../core/dataset/same-page.ts';
import { TEXT } from '../strings.ts';
import { passageAddress } from './addresses.ts';
import { Link, type OpenSource } from './link.tsx';
import { bestFirst } from './source-order.ts';

export interface SourceNamesProps {
  readonly sources: readonly CardSource[];
  /** The open page, which is no evidence for itself; null where none is open. */
  readonly page: PageFacts | null;
  readonly openSource: OpenSource;
}

/** Begins with a dot: it goes on after other details. */
export function SourceNames({ sources, page, openSource }: SourceNamesProps) {
  return bestFirst(sources, page).map((source, index) => (
    <Fragment key={source.url}>
      {index === 0 ? ' · ' : ', '}
      <Link class="source" url={passageAddress(source)} title={source.title} openSource={openSource}>
        {source.publisher}
      </Link>
      {page && isSamePage(source, page) && ` ${TEXT.thisPage}`}
    </Fragment>
  ));
}
