/** What is in the card: the entity it was opened for, or one that the reader went on to, with a way back. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Card } from '../../core/dataset/card.ts';
import { rankBySentence } from '../../core/dataset/ranking.ts';
import type { OpenRequest } from '../../page/card-door.ts';
import { DIRECTION, LANGUAGE } from '../strings.ts';
import { Bar } from './bar.tsx';
import { CardBody } from './card-body.tsx';
import { Notice } from './notice.tsx';
import { useVisits, type Visit } from './use-visits.ts';

export interface CardViewProps {
  readonly request: Pick<
    OpenRequest,
    'card' | 'page' | 'loadCard' | 'openSource' | 'context' | 'linked' | 'save'
  >;
  /** Another card is shown now. */
  readonly onShown: (card: Card) => void;
  readonly onClose: () => void;
}

/** Statements that may come before all others. */
const NEAR_SHOWN = 3;
/** Pixels after which the name has left the view, and the bar says it. */
const NAME_IS_GONE = 52;

export function CardView({ request, onShown, onClose }: CardViewProps) {
  const { visit, behind, wanted, go, back } = useVisits(request.card, request.loadCard);
  const dialog = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(false);
  const near = useMemo(
    () => rankBySentence(request.card, request.linked, request.context, { limit: NEAR_SHOWN }),
    [request],
  );
  const notice = wanted && wanted.state !== 'waiting' ? wanted : null;
  const { card } = visit;

  useLayoutEffect(() => onShown(card), [card, onShown]);
  useArrival(dialog, visit, notice?.state ?? null);

  const leave = (id: string, name: string) => {
    if (dialog.current) remember(dialog.current, visit);
    go(id, name);
  };
  return (
    <div
      class="card"
      role="dialog"
      aria-labelledby="sidelight-name"
      aria-busy={wanted?.state === 'waiting' || wanted?.state === 'loading'}
      lang={LANGUAGE}
      dir={DIRECTION}
      tabIndex={-1}
      ref={dialog}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop > NAME_IS_GONE)}
    >
      <Bar
        card={notice ? null : card}
        scrolled={scrolled}
        back={behind > 0 || notice ? back : null}
        save={() => {
          onClose();
          request.save(card);
        }}
        close={onClose}
      />
      {notice ? (
        <Notice wanted={notice} retry={() => go(notice.id, notice.name)} />
      ) : (
        <CardBody
          key={`${behind} ${card.id}`}
          card={card}
          // Only the card that was opened at these words has a sentence.
          near={behind === 0 ? near : []}
          page={request.page}
          go={leave}
          openSource={request.openSource}
          unfolded={visit.unfolded}
        />
      )}
    </div>
  );
}

/** Keeps how the reader leaves a card, and the card's height: one that shrinks would slip away from under the pointer. */
function remember(dialog: HTMLElement, visit: Visit): void {
  visit.scroll = dialog.scrollTop;
  const active = activeIn(dialog);
  visit.taken = active ? waysOnward(dialog).indexOf(active) : -1;
  dialog.style.setProperty('--held', `${dialog.offsetHeight}px`);
}

/**
 * After another card or a notice has come: the top of a new one, the old place in one the reader comes back to. The focus
 * goes along, since what had it is gone.
 */
function useArrival(
  dialog: { readonly current: HTMLElement | null },
  visit: Visit,
  notice: string | null,
): void {
  const shown = useRef({ visit, notice });
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { visit, notice };
    if (!dialog.current || (before.visit === visit && before.notice === notice)) return;
    // A notice that only changes its words leaves the focus on a button that is still there.
    if (before.notice !== null && notice !== null && holdsFocus(dialog.current)) return;
    const isReturn = notice === null && visit.taken >= 0;
    dialog.current.scrollTo({ top: isReturn ? visit.scroll : 0, behavior: 'instant' });
    const way = isReturn ? waysOnward(dialog.current)[visit.taken] : undefined;
    (way instanceof HTMLElement ? way : dialog.current).focus({ preventScroll: true });
  }, [dialog, visit, notice]);
}

function waysOnward(dialog: HTMLElement): Element[] {
  return [...dialog.querySelectorAll('[data-to]')];
}

function holdsFocus(dialog: HTMLElement): boolean {
  return dialog.contains(activeIn(dialog));
}

function activeIn(dialog: HTMLElement): Element | null {
  // Inside the shadow root it is the element itself; the document would only name the host.
  return (dialog.getRootNode() as Document | ShadowRoot).activeElement;
}
