/** Relations as words that lead to the next card, each with where it is known from. */
import type { CardRelation } from '../../core/dataset/card.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';
import { inWords } from '../dates.ts';
import { kindInLine } from '../names.ts';
import { TEXT } from '../strings.ts';
import { Folded } from './folded.tsx';
import type { OpenSource } from './link.tsx';
import { distinctRelations, groupByPhrase } from './relation-groups.ts';
import { SourceNames } from './source-names.tsx';

const LIMIT = 8;

export interface ConnectionsProps {
  readonly relations: readonly CardRelation[];
  readonly page: PageFacts;
  readonly go: (id: string, name: string) => void;
  readonly openSource: OpenSource;
  readonly unfolded: Set<string>;
}

export function Connections({ relations, page, go, openSource, unfolded }: ConnectionsProps) {
  if (relations.length === 0) return null;
  const distinct = distinctRelations(relations);
  return (
    <section>
      <h2>{TEXT.relations}</h2>
      <Folded items={distinct} limit={LIMIT} unfolded={unfolded} name="relations" item=".link">
        {(shown) => (
          <dl class="relations">
            {groupByPhrase(shown).map(({ phrase, relations: group }) => (
              <div key={phrase}>
                <dt>{phrase}</dt>
                {group.map((relation) => (
                  <Relation
                    key={relation.target.id}
                    relation={relation}
                    page={page}
                    go={go}
                    openSource={openSource}
                  />
                ))}
              </div>
            ))}
          </dl>
        )}
      </Folded>
    </section>
  );
}

interface RelationProps extends Pick<ConnectionsProps, 'page' | 'go' | 'openSource'> {
  readonly relation: CardRelation;
}

function Relation({ relation, page, go, openSource }: RelationProps) {
  const { target, from, to, note, sources } = relation;
  const details = [
    note ?? kindInLine(target.kind),
    from === undefined && to === undefined ? '' : inWords({ from, to }),
  ].filter((detail) => detail !== '');
  return (
    <dd>
      <button type="button" class="link" data-to={target.id} onClick={() => go(target.id, target.name)}>
        {target.name}
      </button>
      <p class="detail">
        {details.join(', ')}
        <SourceNames sources={sources} page={page} openSource={openSource} />
      </p>
    </dd>
  );
}
