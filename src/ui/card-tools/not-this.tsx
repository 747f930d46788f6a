/** Not this one here: done at once, said in full, and undone with one more press. */
import { useEffect, useState } from 'preact/hooks';
import type { ToolRequest } from '../../page/card-tools-door.ts';
import { TOOL_TEXT } from './strings.ts';

type State =
  | { readonly is: 'busy' | 'undone' | 'failed' }
  | { readonly is: 'done'; readonly undo: () => Promise<void> };

export function NotThis({ request }: { readonly request: ToolRequest }) {
  const { card, mention, why, address, suppress } = request;
  const alias = why.find((reason) => reason.type === 'alias')?.alias ?? mention;
  const [state, setState] = useState<State>({ is: 'busy' });
  const failed = () => setState({ is: 'failed' });
  const rule = () => {
    setState({ is: 'busy' });
    suppress(alias, card.id).then((undo) => setState({ is: 'done', undo }), failed);
  };
  const undo = () => {
    if (state.is === 'done') state.undo().then(() => setState({ is: 'undone' }), failed);
  };
  useEffect(rule, []);
  return (
    <>
      <p role="status">
        {state.is === 'done' && TOOL_TEXT.suppressed(alias, card.name, address.host)}
        {state.is === 'undone' && TOOL_TEXT.undone(alias, card.name, address.host)}
        {state.is === 'failed' && TOOL_TEXT.notSaved}
      </p>
      {state.is !== 'busy' && (
        <p class="row">
          {state.is === 'done' ? (
            <button type="button" class="button" onClick={undo}>
              {TOOL_TEXT.undo}
            </button>
          ) : (
            <button type="button" class="button" onClick={rule}>
              {state.is === 'failed' ? TOOL_TEXT.retry : TOOL_TEXT.again}
            </button>
          )}
        </p>
      )}
    </>
  );
}
