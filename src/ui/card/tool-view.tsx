/** A tool in place of the card's body: fetched at first need, with a line that says so when it takes long or does not come. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardTools, ToolRequest } from '../../page/card-tools-door.ts';
import { TEXT, TOOL } from '../strings.ts';

export interface ToolViewProps {
  readonly request: ToolRequest;
  readonly load: () => Promise<CardTools>;
}

/** Milliseconds before a wait is worth a word. */
const PATIENCE = 150;

export function ToolView({ request, load }: ToolViewProps) {
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'waiting' | 'loading' | 'failed' | 'here'>('waiting');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let unmount: (() => void) | null = null;
    let left = false;
    const timer = setTimeout(() => setState('loading'), PATIENCE);
    load().then(
      (tools) => {
        clearTimeout(timer);
        if (left || !place.current) return;
        unmount = tools.mount(place.current, request);
        setState('here');
      },
      () => {
        clearTimeout(timer);
        if (!left) setState('failed');
      },
    );
    return () => {
      left = true;
      clearTimeout(timer);
      unmount?.();
    };
  }, [request, attempt]);
  return (
    <div class="notice tool">
      <h1 id="sidelight-name">{TOOL[request.tool]}</h1>
      {(state === 'loading' || state === 'failed') && (
        <p role="status">{state === 'loading' ? TEXT.loading : TEXT.toolFailed}</p>
      )}
      {state === 'failed' && (
        <button type="button" class="button retry" onClick={() => setAttempt(attempt + 1)}>
          {TEXT.retry}
        </button>
      )}
      <div ref={place} />
    </div>
  );
}
