/** What the page names, by kind, each with the way to every mention of it. */
import { useMemo } from 'preact/hooks';
import type { Card } from '../../core/dataset/card.ts';
import { Folded } from '../card/folded.tsx';
import { localText, localTextLanguage } from '../card/local-text.ts';
import { placeName } from '../names.ts';
import { byKind, type FoundEntity } from '../pages/found-entities.ts';
import { KINDS_OF, PANEL } from '../pages/strings.ts';

/** Mentions of one name that are numbered before the rest folds: a live blog has hundreds. */
const FEW = 14;

export interface FoundProps {
  readonly entities: readonly FoundEntity[];
  readonly cards: ReadonlyMap<string, Card>;
  /** Shows a mention (a place in the report) and its card on the page. */
  readonly jump: (mention: number) => void;
}

export function Found({ entities, cards, jump }: FoundProps) {
  const places = placesOf(entities, cards);
  return (
    <section aria-labelledby="on-page">
      <h2 id="on-page">{PANEL.onPage}</h2>
      {byKind(entities).map(([kind, own]) => (
        <div key={kind} class="kind-group">
          <h3>
            {KINDS_OF[kind]} <span class="count">{own.length}</span>
          </h3>
          <ul class="entities">
            {own.map((entity) => (
              <Entity key={entity.id} entity={entity} card={cards.get(entity.id)} jump={jump} />
            ))}
          </ul>
        </div>
      ))}
      {places.length > 0 && (
        <div class="kind-group">
          <h3>{PANEL.places}</h3>
          <ul class="places">
            {places.map(([code, names]) => (
              <li key={code}>
                <b>{placeName(code)}</b> <span class="detail">{names.join(', ')}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface EntityProps extends Pick<FoundProps, 'jump'> {
  readonly entity: FoundEntity;
  readonly card: Card | undefined;
}

function Entity({ entity: { name, mentions }, card, jump }: EntityProps) {
  const [first = 0] = mentions;
  return (
    <li>
      <button type="button" class="name" title={PANEL.showCard(name)} onClick={() => jump(first)}>
        {name}
      </button>
      {mentions.length > 1 && <Jumps name={name} mentions={mentions} jump={jump} />}
      {card && (
        <p class="detail" lang={localTextLanguage(card.summary)}>
          {localText(card.summary)}
        </p>
      )}
    </li>
  );
}

function Jumps({ name, mentions, jump }: Pick<FoundEntity, 'name' | 'mentions'> & Pick<FoundProps, 'jump'>) {
  const unfolded = useMemo(() => new Set<string>(), []);
  return (
    <div class="found-places">
      <Folded items={mentions} limit={FEW} unfolded={unfolded} name={name} item="button">
        {(shown) => (
          <p class="jumps">
            {shown.map((mention, i) => (
              <button
                type="button"
                key={mention}
                aria-label={PANEL.mentionIn(i + 1, mentions.length, name)}
                title={PANEL.mentionOf(i + 1, mentions.length)}
                onClick={() => jump(mention)}
              >
                {i + 1}
              </button>
            ))}
          </p>
        )}
      </Folded>
    </div>
  );
}

/** Places of the entities that the page names, those of most first. */
function placesOf(
  entities: readonly FoundEntity[],
  cards: ReadonlyMap<string, Card>,
): readonly (readonly [string, readonly string[]])[] {
  const named = entities.flatMap(({ id, name }) =>
    (cards.get(id)?.places ?? []).map((place) => ({ place, name })),
  );
  return [...Map.groupBy(named, ({ place }) => place)]
    .map(([place, own]) => [place, own.map(({ name }) => name)] as const)
    .sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1));
}
