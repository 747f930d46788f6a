/** Where a script goes that a page asks for. */
import { CallError } from '../messages/envelope.ts';

interface FrameSender {
  readonly tab: number | undefined;
  readonly frame: number | undefined;
}

/** The tab and frame that a script goes to: the sender's own. @throws for a sender that is no page */
export function pageOf({ tab, frame }: FrameSender, script: string): [tab: number, frame: number] {
  if (tab === undefined) throw new CallError('forbidden', `only a page can be given ${script}`);
  return [tab, frame ?? 0];
}
