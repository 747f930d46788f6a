/** What is in the card: the entity it was opened for, or one that the reader went on to, with a way back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Card } from '../../core/dataset/card.ts';
import type { OpenRequest } from '../../page/card-door.ts';
import { placeName } from '../places.ts';
import { KIND, TEXT } from '../strings.ts';
import { CardBody } from './card-body.tsx';

export interface CardViewProps {
  readonly request: OpenRequest;
  /** Another card is shown now. */
  readonly onShown: (card: Card) => void;
  readonly onClose: () => void;
}

type Next = {
  readonly id: string;
  readonly name: string;
  readonly state: 'loading' | 'failed' | 'missing';
} | null;

export function CardView({ request, onShown, onClose }: CardViewProps) {
  const [history, setHistory] = useState<readonly Card[]>([request.card]);
  const [next, setNext] = useState<Next>(null);
  const dialog = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const token = useRef(0);
  const card = history.at(-1) ?? request.card;
  useEffect(() => onShown(card), [card, onShown]);

  const show = (cards: readonly Card[]) => {
    setNext(null);
    setHistory(cards);
    body.current?.scrollTo(0, 0);
    dialog.current?.focus({ preventScroll: true });
  };
  const go = (id: string, name: string) => {
    const own = ++token.current;
    setNext({ id, name, state: 'loading' });
    request.loadCard(id).then(
      (found) => {
        // Another card was asked for meanwhile: this answer comes too late.
        if (own !== token.current) return;
        if (found) show([...history, found]);
        else setNext({ id, name, state: 'missing' });
      },
      () => own === token.current && setNext({ id, name, state: 'failed' }),
    );
  };
  const back = () => {
    token.current++;
    show(next ? history : history.slice(0, -1));
  };

  return (
    <div class="card" role="dialog" aria-labelledby="sidelight-name" tabIndex={-1} ref={dialog}>
      <div class="bar">
        {(history.length > 1 || next) && (
          <button type="button" class="quiet back" onClick={back}>
            <span aria-hidden="true">← </span>
            {TEXT.back}
          </button>
        )}
        <p class="kind">{next ? '' : [KIND[card.kind], ...card.places.map(placeName)].join(' · ')}</p>
        <button
          type="button"
          class="quiet close"
          aria-label={TEXT.close}
          title={TEXT.close}
          onClick={onClose}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <div class="body" ref={body}>
        {next ? (
          <div class="notice" role="status">
            <h1 id="sidelight-name">{next.name}</h1>
            <p>
              {next.state === 'loading' ? TEXT.loading : next.state === 'failed' ? TEXT.failed : TEXT.missing}
            </p>
            {next.state === 'failed' && (
              <button type="button" onClick={() => go(next.id, next.name)}>
                {TEXT.retry}
              </button>
            )}
          </div>
        ) : (
          <CardBody key={card.id} card={card} page={request.page} go={go} openSource={request.openSource} />
        )}
      </div>
    </div>
  );
}
