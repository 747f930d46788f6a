/** Laws that bear on an entity, with what each was on the article's day and is today. */
import type { Card } from '../../core/dataset/card.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';
import { TEXT } from '../strings.ts';
import { StatusLines } from './legal-status.tsx';

export interface RelatedLawsProps {
  /** Cards of entities that this one is linked with. */
  readonly linked: readonly Card[];
  readonly page: PageFacts;
  readonly today: string;
  readonly go: (id: string, name: string) => void;
}

const LIMIT = 4;

export function RelatedLaws({ linked, page, today, go }: RelatedLawsProps) {
  const laws = linked.filter(({ kind, states }) => kind === 'law' && states.length > 0).slice(0, LIMIT);
  if (laws.length === 0) return null;
  return (
    <section data-section="laws">
      <h2 tabIndex={-1}>{TEXT.relatedLaws}</h2>
      <ul class="laws">
        {laws.map(({ id, name, states }) => (
          <li key={id}>
            <button type="button" class="link" data-to={id} onClick={() => go(id, name)}>
              {name}
            </button>
            <StatusLines states={states} page={page} today={today} />
          </li>
        ))}
      </ul>
    </section>
  );
}
