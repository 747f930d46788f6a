/** The statements a note cites, as they were, and what has become of them. The dataset's words, never mixed with mine. */
import { useEffect, useState } from 'preact/hooks';
import { sourceAddress } from '../../core/annotation/addresses.ts';
import type { Annotation, FactContent, PinnedFact } from '../../core/annotation/annotation.ts';
import { type FactState, factContent, pinFact } from '../../core/annotation/facts.ts';
import type { CardStatement } from '../../core/dataset/card.ts';
import type { NoteFactStates } from '../../messages/to-library.ts';
import { localText, localTextLanguage } from '../card/local-text.ts';
import { inWords } from '../dates.ts';
import { Difference } from '../notes/difference.tsx';
import { ACT, TEXT } from '../strings.ts';
import { FACT_STATE, LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

export interface FactsProps {
  readonly note: Annotation;
  readonly states: NoteFactStates['facts'];
  readonly library: Library;
}

export function Facts({ note, states, library }: FactsProps) {
  const [citing, setCiting] = useState(false);
  const put = (facts: readonly PinnedFact[]) => void library.change(note, { facts });
  const replace = (fact: PinnedFact, by: PinnedFact | null) =>
    put(note.facts.flatMap((own) => (own.id === fact.id ? (by ? [by] : []) : [own])));
  return (
    <section class="facts">
      <h3>{LIBRARY.datasetText}</h3>
      {note.facts.length > 0 && <p class="small">{LIBRARY.datasetNote}</p>}
      <ol>
        {note.facts.map((fact) => {
          const moved = states.find(({ id }) => id === fact.id)?.state ?? null;
          return (
            <li key={fact.id}>
              {fact.statement && <Statement content={fact.statement} />}
              {moved && <Moved fact={fact} state={moved} />}
              {!library.readOnly && (
                <FactDeeds fact={fact} moved={moved} library={library} replace={(by) => replace(fact, by)} />
              )}
            </li>
          );
        })}
      </ol>
      {!library.readOnly &&
        (citing ? (
          <Cite note={note} library={library} put={put} close={() => setCiting(false)} />
        ) : (
          <button type="button" class="link" onClick={() => setCiting(true)}>
            {LIBRARY.cite}
          </button>
        ))}
    </section>
  );
}

interface FactDeedsProps {
  readonly fact: PinnedFact;
  readonly moved: FactState | null;
  readonly library: Library;
  /** By nothing: it is cited no more. */
  readonly replace: (by: PinnedFact | null) => void;
}

/** What can be done with a cited statement. */
function FactDeeds({ fact, moved, library, replace }: FactDeedsProps) {
  const check = (isChecked: boolean) =>
    replace({ ...fact, checked: isChecked ? new Date().toISOString().slice(0, 10) : null });
  return (
    <p class="links">
      {fact.statement && (
        <label>
          <input
            type="checkbox"
            checked={fact.checked !== null}
            onChange={(event) => check(event.currentTarget.checked)}
          />{' '}
          {fact.checked ? LIBRARY.checkedOn(inWords(fact.checked)) : LIBRARY.checked}
        </label>
      )}
      {moved && 'now' in moved && (
        <NewVersion
          about={[...fact.about, moved.nowId.split('/', 1)[0] ?? fact.id]}
          id={moved.nowId}
          library={library}
          take={replace}
        />
      )}
      <button type="button" class="link" onClick={() => replace(null)}>
        {LIBRARY.uncite}
      </button>
    </p>
  );
}

export function Statement({ content }: { content: FactContent }) {
  const when = content.event ?? content.asOf ?? content.known;
  return (
    <div class="statement">
      <p class="small">
        {when && inWords(when)} {content.speaker.name}
        {TEXT.saidAs}
        <b>{ACT[content.act] ?? content.act}</b>
      </p>
      <p lang={localTextLanguage(content.text)}>{localText(content.text)}</p>
      <ul class="sources">
        {content.sources.map((source) => (
          <li key={source.url}>
            <a href={sourceAddress(source)} target="_blank" rel="noreferrer">
              {source.publisher}
            </a>
            {source.origin && ` (${TEXT.from(source.origin)})`}
            {source.title && `, ${LIBRARY.titled(source.title)}`}
            {source.published && `, ${inWords(source.published)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Moved({ fact, state }: { fact: PinnedFact; state: Exclude<FactState, { state: 'same' }> }) {
  return (
    <div class="moved">
      <p class="caution">{FACT_STATE[state.state]}</p>
      {state.state === 'removed' && (
        <p>{LIBRARY.removedWhy(inWords(state.removal.on), state.removal.reason)}</p>
      )}
      {state.state === 'removed' && <p class="small">{fact.id}</p>}
      {state.state === 'withdrawn' && state.withdrawal && (
        <p>{LIBRARY.withdrawnWhy(inWords(state.withdrawal.on), state.withdrawal.reason)}</p>
      )}
      {'now' in state && fact.statement && (
        <>
          <p class="small">{LIBRARY.saysNow}</p>
          {state.now.text.en === fact.statement.text.en ? (
            <Statement content={state.now} />
          ) : (
            <Difference before={fact.statement.text.en} now={state.now.text.en} lang="en" />
          )}
        </>
      )}
    </div>
  );
}

/** Pins the version that stands in the dataset now, in the place of the one that was cited. */
function NewVersion({
  id,
  about,
  library,
  take,
}: {
  id: string;
  about: readonly string[];
  library: Library;
  take: (fact: PinnedFact) => void;
}) {
  const pin = async () => {
    for (const card of await library.host.engine.cards({ ids: about })) {
      const statement = card.statements.find((candidate) => candidate.id === id);
      if (statement) return take(pinFact(statement, card.datasetVersion, new Date().toISOString()));
    }
    return undefined;
  };
  return (
    <button type="button" class="link" onClick={() => void pin()}>
      {LIBRARY.takeNew}
    </button>
  );
}

interface CiteProps {
  readonly note: Annotation;
  readonly library: Library;
  readonly put: (facts: readonly PinnedFact[]) => void;
  readonly close: () => void;
}

/** Statements of the linked entities, to cite. */
function Cite({ note, library, put, close }: CiteProps) {
  const [offered, setOffered] = useState<readonly { statement: CardStatement; dataset: string }[]>([]);
  useEffect(() => {
    void library.host.engine.cards({ ids: note.entities.map(({ id }) => id) }).then((cards) => {
      const all = cards.flatMap((card) =>
        card.statements.map((statement) => ({ statement, dataset: card.datasetVersion })),
      );
      setOffered([...new Map(all.map((item) => [item.statement.id, item])).values()]);
    });
  }, [note.id, note.entities.length]);
  const cited = new Set(note.facts.map((fact) => fact.id));
  return (
    <div class="cite">
      {note.entities.length === 0 && <p>{LIBRARY.citeNone}</p>}
      <ol>
        {offered
          .filter(({ statement }) => !cited.has(statement.id))
          .map(({ statement, dataset }) => (
            <li key={statement.id}>
              <Statement content={factContent(statement)} />
              <button
                type="button"
                class="link"
                onClick={() => put([...note.facts, pinFact(statement, dataset, new Date().toISOString())])}
              >
                {LIBRARY.citeThis}
              </button>
            </li>
          ))}
      </ol>
      <button type="button" class="button" onClick={close}>
        {LIBRARY.done}
      </button>
    </div>
  );
}
