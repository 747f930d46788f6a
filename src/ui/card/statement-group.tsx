/** A titled list of statements; long ones fold. */
import type { Group, PlacedStatement } from '../../core/dataset/grouping.ts';
import { TEXT } from '../strings.ts';
import { Folded } from './folded.tsx';
import { Statement, type StatementLinks } from './statement.tsx';

/** Statements of a group that are shown before the rest folds. */
export const LIMIT = 5;

export interface StatementGroupProps extends StatementLinks {
  readonly group: Group;
  readonly title: string;
  readonly aside?: string;
  readonly note?: string;
  /** What to say when there is nothing; without it an empty group is left out. */
  readonly empty?: string;
  readonly placed: readonly PlacedStatement[];
  readonly unfolded: Set<string>;
}

export function StatementGroup(props: StatementGroupProps) {
  const { group, title, aside, note, empty, placed: given, unfolded, ...links } = props;
  const placed = [...given.filter((item) => !item.thisArticle), ...given.filter((item) => item.thisArticle)];
  if (placed.length === 0 && empty === undefined) return null;
  return (
    <section class={group} data-section={group}>
      <h2 tabIndex={-1}>
        {title}
        {aside && placed.length > 1 && <span class="aside"> {aside}</span>}
      </h2>
      {note && <p class="note">{note}</p>}
      {placed.length === 0 && <p class="note">{empty}</p>}
      <Folded items={placed} limit={LIMIT} unfolded={unfolded} name={group} item=".group > .statement">
        {(shown) => (
          <ol class="statements group">
            {shown.flatMap((item, index) => [
              // Independent evidence comes first: what rests on this page alone begins under a line of its own.
              item.thisArticle && !(shown[index - 1]?.thisArticle ?? false) && (
                <li key="divider" class="divider">
                  <h3>{TEXT.fromThisArticle}</h3>
                </li>
              ),
              <Statement key={item.statement.id} placed={item} {...links} />,
            ])}
          </ol>
        )}
      </Folded>
    </section>
  );
}
