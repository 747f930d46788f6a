/** The article's day, and what has come out since. */
import { useRef } from 'preact/hooks';
import type { Card } from '../../core/dataset/card.ts';
import type { PageFacts } from '../../core/dataset/same-page.ts';
import type { CrossReferences } from '../card/cross-references.ts';
import { Folded } from '../card/folded.tsx';
import { Sources } from '../card/sources.tsx';
import { Statement } from '../card/statement.tsx';
import { inWords } from '../dates.ts';
import { placeName } from '../names.ts';
import { PANEL } from '../pages/strings.ts';
import { LAW_STATE, TEXT } from '../strings.ts';
import { type Change, changesSince } from './changes.ts';

export interface ChangesListProps {
  readonly cards: readonly Card[];
  readonly page: PageFacts;
  /** YYYY-MM-DD. */
  readonly today: string;
}

const LIMIT = 5;

export function ChangesList({ cards, page, today }: ChangesListProps) {
  const unfolded = useRef(new Set<string>()).current;
  const changes = changesSince(cards, page, today);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">
        {PANEL.changes} {changes.length > 0 && <span class="count">{changes.length}</span>}
      </h2>
      {page.date === null ? (
        <p class="note">{TEXT.noDate}</p>
      ) : changes.length === 0 ? (
        <p class="note">{PANEL.noChanges}</p>
      ) : (
        <Folded items={changes} limit={LIMIT} unfolded={unfolded} name="changes" item=".change">
          {(shown) => (
            <ol class="changes">
              {shown.map((change) => (
                <li key={change.key} class="change" tabIndex={-1}>
                  <p class="about">{change.about.join(', ')}</p>
                  <Told change={change} page={page} />
                </li>
              ))}
            </ol>
          )}
        </Folded>
      )}
    </section>
  );
}

/** Replies stand in the list by themselves, each on its own day. */
const NO_REFERENCES: CrossReferences = { answers: () => [], answeredBy: () => [], jump: () => undefined };

function Told({ change, page }: { readonly change: Change; readonly page: PageFacts }) {
  if ('placed' in change) {
    const { placed } = change;
    return (
      <ol class="statements">
        {/* The card leads on from a speaker to their card; here there is none to lead to. */}
        <Statement
          placed={placed}
          page={page}
          self={placed.statement.speaker.id ?? ''}
          go={() => undefined}
          openSource={null}
          references={NO_REFERENCES}
          openTool={null}
        />
      </ol>
    );
  }
  const { state, date, jurisdiction, part, note, sources } = change.state;
  return (
    <>
      <p class="heading">
        <span class="when">{inWords(date)}</span> <b>{LAW_STATE[state]}</b>
        {jurisdiction && ` · ${placeName(jurisdiction)}`}
        {part && ` (${part})`}
        {note && ` · ${note}`}
      </p>
      <Sources sources={sources} page={page} openSource={null} />
    </>
  );
}
