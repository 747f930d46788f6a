/** Who tells of a connection: the publishers in a row, each a link to the passage. */
import { Fragment } from 'preact';
import type { CardSource } from '../../core/dataset/card.ts';
import { passageAddress } from './addresses.ts';
import { Link, type OpenSource } from './link.tsx';

export interface SourceNamesProps {
  readonly sources: readonly CardSource[];
  readonly openSource: OpenSource;
}

/** Begins with a dot: it goes on after other details. */
export function SourceNames({ sources, openSource }: SourceNamesProps) {
  return sources.map((source, index) => (
    <Fragment key={source.url}>
      {index === 0 ? ' · ' : ', '}
      <Link class="source" url={passageAddress(source)} title={source.title} openSource={openSource}>
        {source.publisher}
      </Link>
    </Fragment>
  ));
}
