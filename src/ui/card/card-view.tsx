/** What is in the card: the entity it was opened for, or one that the reader went on to, with a way back. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Card } from '../../core/dataset/card.ts';
import { threadOf } from '../../core/dataset/grouping.ts';
import { rankBySentence } from '../../core/dataset/ranking.ts';
import type { OpenRequest } from '../../page/card-door.ts';
import { DIRECTION, LANGUAGE } from '../strings.ts';
import { Bar } from './bar.tsx';
import { CardBody } from './card-body.tsx';
import type { Near } from './nearest.tsx';
import { Notice } from './notice.tsx';
import type { Pinning } from './pinning.ts';
import { ToolView } from './tool-view.tsx';
import { useTool } from './use-tool.ts';
import { useVisits, type Visit, type Wanted, type Way } from './use-visits.ts';
import { inVisibleOrder, statementInVisibleOrder } from './visible-order.ts';

export interface CardViewProps {
  readonly request: Pick<
    OpenRequest,
    | 'entity'
    | 'card'
    | 'page'
    | 'mention'
    | 'why'
    | 'context'
    | 'linked'
    | 'loadCard'
    | 'loadTools'
    | 'openSource'
    | 'nameOf'
    | 'suppress'
    | 'save'
  >;
  /** The open page. */
  readonly address: { readonly url: string; readonly host: string };
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Draw everything at once, also what cannot be seen yet. */
  readonly whole?: boolean;
  readonly pinning: Pinning | null;
  /** An entity that the dataset no longer has. */
  readonly withdrawn: string | null;
  /** Another card is shown now. */
  readonly onShown: (card: Card | null) => void;
  readonly onClose: () => void;
}

/** Statements that may come before all others. */
const NEAR_SHOWN = 3;
/** Pixels after which the name has left the view, and the bar says it. */
const NAME_IS_GONE = 52;

export function CardView(props: CardViewProps) {
  const { request, pinning, withdrawn, onShown, onClose } = props;
  const { visit, behind, wanted, go, back } = useVisits(request.card, request.entity, request.loadCard);
  const dialog = useRef<HTMLDivElement>(null);
  const [scrolled, setScrolled] = useState(false);
  const near = useMemo(() => nearest(request), [request]);
  // Of the linked cards, only laws are shown by themselves; taking odd characters out of all of them costs a frame.
  const laws = useMemo(
    () => request.linked.filter(({ kind }) => kind === 'law').map(inVisibleOrder),
    [request],
  );
  const card = visit && visit.card.id !== withdrawn ? visit.card : null;
  const notice = noticeOf(wanted, visit, card);
  const leave = () => {
    if (dialog.current && visit) remember(dialog.current, visit);
  };
  const shown = notice ? null : card;
  const { toolRequest, openTool, closeTool } = useTool(shown, request, props.address, leave);

  useLayoutEffect(() => onShown(card), [card]);
  useArrival(dialog, visit, notice?.state ?? toolRequest?.tool ?? null);

  const isBackFromNotice = notice !== null && wanted !== null && visit !== null;
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
        card={shown}
        scrolled={scrolled || toolRequest !== null}
        back={toolRequest ? closeTool : behind > 0 || isBackFromNotice ? back : null}
        save={
          request.save &&
          (() => {
            onClose();
            if (card) request.save?.(card);
          })
        }
        close={onClose}
        pinning={pinning}
      />
      {notice ? (
        <Notice wanted={notice} retry={() => go(notice.id, notice.name)} />
      ) : toolRequest ? (
        <ToolView request={toolRequest} load={request.loadTools} />
      ) : (
        card &&
        visit && (
          <CardBody
            key={`${behind} ${card.id}`}
            card={card}
            // Only the card that was opened at these words has a sentence.
            near={behind === 0 ? near : []}
            page={request.page}
            go={(id, name) => {
              leave();
              go(id, name);
            }}
            openSource={request.openSource}
            openTool={openTool}
            laws={behind === 0 ? laws : []}
            whole={props.whole === true || visit.scroll !== null}
            today={props.today}
            atWords={behind === 0}
            unfolded={visit.unfolded}
          />
        )
      )}
    </div>
  );
}

/** What stands in the place of a card: that one is on its way, does not come, or is gone. */
function noticeOf(wanted: Wanted | null, visit: Visit | null, card: Card | null): Wanted | null {
  if (wanted && wanted.state !== 'waiting') return wanted;
  return visit && !card ? { id: visit.card.id, name: visit.card.name, state: 'missing' } : null;
}

/** With what answers them, whichever card they are from: who is accused is heard in the same place. */
function nearest({ card, linked, context }: CardViewProps['request']): Near[] {
  if (!card) return [];
  return rankBySentence(card, linked, context, { limit: NEAR_SHOWN }).map((found) => {
    const home = found.from ? linked.find(({ id }) => id === found.from?.id) : card;
    return {
      ...found,
      statement: statementInVisibleOrder(found.statement),
      thread: threadOf(found.statement, home?.statements ?? []).map(statementInVisibleOrder),
    };
  });
}

/** Keeps how the reader leaves a card, and the card's height: one that shrinks would slip away from under the pointer. */
function remember(dialog: HTMLElement, visit: Visit): void {
  visit.scroll = dialog.scrollTop;
  visit.taken = wayTaken(dialog);
  dialog.style.setProperty('--held', `${dialog.offsetHeight}px`);
}

/**
 * After another card or a notice has come: the top of a new one, the old place in one the reader comes back to. The focus
 * goes along, since what had it is gone.
 */
function useArrival(
  dialog: { readonly current: HTMLElement | null },
  visit: Visit | null,
  notice: string | null,
): void {
  const shown = useRef({ visit, notice });
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { visit, notice };
    if (!dialog.current || (before.visit === visit && before.notice === notice)) return;
    // A notice that only changes its words leaves the focus on a button that is still there.
    if (before.notice !== null && notice !== null && holdsFocus(dialog.current)) return;
    const left = notice === null && visit !== null && visit.scroll !== null ? visit : null;
    dialog.current.scrollTo({ top: left?.scroll ?? 0, behavior: 'instant' });
    // A card that only now has its content takes no focus that it was not given.
    if (before.visit === null && !holdsFocus(dialog.current)) return;
    const way = left?.taken ? waysTo(dialog.current, left.taken.to).at(-1 - left.taken.behind) : undefined;
    (way instanceof HTMLElement ? way : dialog.current).focus({ preventScroll: true });
  }, [dialog, visit, notice]);
}

/** The way onward that has the focus. */
function wayTaken(dialog: HTMLElement): Way | null {
  const active = activeIn(dialog);
  const to = active?.getAttribute('data-to') ?? null;
  if (active === null || to === null) return null;
  const ways = waysTo(dialog, to);
  return { to, behind: ways.length - 1 - ways.indexOf(active) };
}

function waysTo(dialog: HTMLElement, to: string): Element[] {
  return [...dialog.querySelectorAll('[data-to]')].filter((way) => way.getAttribute('data-to') === to);
}

function holdsFocus(dialog: HTMLElement): boolean {
  return dialog.contains(activeIn(dialog));
}

function activeIn(dialog: HTMLElement): Element | null {
  // Inside the shadow root it is the element itself; the document would only name the host.
  return (dialog.getRootNode() as Document | ShadowRoot).activeElement;
}
