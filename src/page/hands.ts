/** What follows the reader's hand over a page: this file only connects; see hands-door.ts for when it comes. */

import { createReceiver } from '../messages/receiver.ts';
import type { ToPage } from '../messages/to-page.ts';
import { hostOf } from './address.ts';
import { createCardCache } from './card-cache.ts';
import { createCardControl } from './card-control.ts';
import { quietly } from './failures.ts';
import type { Hands, HandsHost, PageSender } from './hands-door.ts';
import { toPageArguments } from './page-arguments.ts';
import { createPageHandlers } from './page-handlers.ts';
import { followPointer } from './pointer.ts';
import { readPageFacts } from './read/page-facts.ts';
import { addressOf } from './read/past-fields.ts';
import { suppressOn } from './suppression.ts';

export function createHands(host: HandsHost): Hands {
  const { document, state, worker, signal } = host;
  state.readFacts = () => readPageFacts(document, addressOf(document));
  const cards = createCardCache(worker);
  const control = createCardControl({
    document,
    state,
    cards,
    worker,
    suppress: suppressOn(hostOf(document), host.changeSettings),
    onCurrent: host.onCurrent,
    saveMention: host.saveMention,
    signal,
  });
  const pointer = followPointer({ document, state, control, settings: host.settings, signal });
  if (host.moved) pointer.moved(host.moved);
  return {
    answer: createReceiver<ToPage, PageSender>({
      handlers: createPageHandlers({
        document,
        state,
        cards,
        control,
        annotate: host.annotate,
        stopReading: host.stopReading,
        checkAccess: host.checkAccess,
        signal,
        pause() {
          host.pause();
          if (state.paused) control.close('outside');
        },
      }),
      parse: toPageArguments,
      mayCall: (sender) => sender.extension === host.extension,
      report: (error, name) => quietly(`${name} failed`, error),
    }),
    clicked: pointer.clicked,
    current: control.current,
    close: control.close,
    afterRefresh: control.afterRefresh,
    releaseChanged() {
      cards.clear();
      void control.afterRelease();
    },
  };
}
