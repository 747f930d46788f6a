/** One connection in words, with the way to its sources. */
import { phraseOf } from '../card/relation-groups.ts';
import { SourceNames } from '../card/source-names.tsx';
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
        <SourceNames sources={relation.sources} page={null} openSource={null} />
      </span>
    </p>
  );
}
