/** One connection in words, with the way to its sources. */
import { Fragment } from 'preact';
import { passageAddress } from '../card/addresses.ts';
import { Link as SourceLink } from '../card/link.tsx';
import { phraseOf } from '../card/relation-groups.ts';
import { inWords } from '../dates.ts';
import type { Link } from './links.ts';

export function LinkLine({ link: { from, to, relation } }: { readonly link: Link }) {
  const time =
    relation.from === undefined && relation.to === undefined
      ? ''
      : inWords({ from: relation.from, to: relation.to });
  const details = [relation.note ?? '', time].filter((detail) => detail !== '');
  return (
    <p class="link-line">
      <b>{from.name}</b> <span class="phrase">{phraseOf(relation)}</span> <b>{to.name}</b>
      <span class="detail">
        {details.map((detail) => ` · ${detail}`)}
        {relation.sources.map((source, index) => (
          <Fragment key={source.url}>
            {index === 0 ? ' · ' : ', '}
            <SourceLink class="source" url={passageAddress(source)} title={source.title} openSource={null}>
              {source.publisher}
            </SourceLink>
          </Fragment>
        ))}
      </span>
    </p>
  );
}
