/** The form of each message to the page. */
import type { ToPage } from '../messages/to-page.ts';

/** Small hand-written checks: the schema library is too heavy for every page. Each returns the argument or throws. */
export const toPageArguments: {
  readonly [K in keyof ToPage]: (argument: unknown) => Parameters<ToPage[K]>[0];
} = {
  report: () => null,
  closeCard: () => null,
  pause: () => null,
  annotate: () => null,
  stopReading: () => null,
  accessChanged: () => null,
  waitForChange(argument) {
    const { revision } = fields(argument);
    if (typeof revision !== 'number') throw new Error('revision is not a number');
    return { revision };
  },
  openMention(argument) {
    const { index, focus } = fields(argument);
    if (typeof index !== 'number' || !Number.isInteger(index) || index < 0)
      throw new Error('index is not a place in a list');
    return { index, focus: focus === true };
  },
  step(argument) {
    const { direction } = fields(argument);
    if (direction !== 'next' && direction !== 'previous') throw new Error('direction is next or previous');
    return { direction };
  },
};

function fields(argument: unknown): Record<string, unknown> {
  if (typeof argument !== 'object' || argument === null) throw new Error('the argument is not an object');
  return argument as Record<string, unknown>;
}
