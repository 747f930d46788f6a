/** Laws that bear on an entity, with what each was on the article's day and is today. */
import type { Card } from '../../core/dataset/card.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';
import { TEXT } from '../strings.ts';
import { StatusLines } from './legal-status.tsx';

export interface RelatedLawsProps {
  /** Cards of laws that it is linked with. */
  readonly laws: readonly Card[];
  readonly page: PageFacts;
  readonly today: string;
  readonly go: (id: string, name: string) => void;
}

const LIMIT = 4;

export function RelatedLaws({ laws, page, today, go }: RelatedLawsProps) {
  const shown = laws.filter(({ states }) => states.length > 0).slice(0, LIMIT);
  if (shown.length === 0) return null;
  return (
    <section data-section="laws">
      <h2 tabIndex={-1}>{TEXT.relatedLaws}</h2>
      <ul class="laws">
        {shown.map(({ id, name, states }) => (
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
