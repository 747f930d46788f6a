/**
 * Is this page an article? If it is, the script that reads it is called for; if not, nothing else ever comes. Pages are filled
 * late and change their route, so it goes on looking, as long as nothing was found, for less than a fiftieth of the page's time.
 * Most pages never come to this: a glance settles them (glance.ts).
 */
import type { Settings } from '../../core/settings/settings.ts';
import { ruleHere } from '../address.ts';
import { judgePage, type PageKind } from '../read/page-kind.ts';
import { watchFilling } from './filling.ts';
import { createCalling } from './patience.ts';

export interface ScoutHost {
  readonly document: Document;
  readonly settings: Settings;
  /** Asks for the script that reads the page. Resolves once it runs. */
  readonly callReader: () => Promise<unknown>;
  /** False once the extension is gone from under the page. */
  isConnected(): boolean;
  /** Ends this script: there is nobody behind it any more. */
  leave(): void;
  readonly signal: AbortSignal;
}

export interface Scout {
  /** Where things stand, as the popup is told. */
  phase(): 'waiting' | 'no-article' | 'off';
  /** The reader wants this page read, whatever it looks like. Resolves once the reading script runs. */
  insist(): Promise<void>;
  settingsChanged(settings: Settings): void;
}

declare global {
  // Left in the isolated world of this frame for the script that reads: found out a moment ago.
  var sidelightKind: PageKind | undefined;
  /**
   * How the scout finds it out, while it runs. A page that is judged again later asks it: the reading script carries no copy.
   */
  var sidelightJudge: typeof judgePage | undefined;
  /** The settings as the scout has them, kept up to date while it runs. */
  var sidelightSettings: Settings | undefined;
  /** Hints of pages with notes, as the scout has read them. */
  var sidelightHints: string | undefined;
}

export function startScout(host: ScoutHost): Scout {
  const { document, signal } = host;
  let { settings } = host;
  globalThis.sidelightSettings = settings;
  globalThis.sidelightJudge = judgePage;
  // A reading script that is on its way is for a scout that is still there: access may have been taken back meanwhile.
  signal.addEventListener('abort', () => {
    globalThis.sidelightJudge = undefined;
  });
  let phase: ReturnType<Scout['phase']> = 'waiting';
  const calling = createCalling({
    call: host.callReader,
    again: () => look(),
    givenUp: () => filling.watch(),
    signal,
  });
  const isOff = () => !settings.enabled || ruleHere(settings, document) === 'off';

  /** Null when there is nothing to watch for: the reader of pages was called, or nothing is wanted here. */
  const look = (): readonly ShadowRoot[] | null => {
    if (signal.aborted) return null;
    if (!host.isConnected()) {
      host.leave();
      return null;
    }
    if (isOff()) {
      phase = 'off';
      return null;
    }
    const kind = judgePage(document);
    globalThis.sidelightKind = kind.isArticle ? kind : undefined;
    const wanted = kind.isArticle || ruleHere(settings, document) === 'always';
    phase = wanted ? 'waiting' : 'no-article';
    if (wanted) calling.quietly();
    return wanted ? null : kind.trees;
  };
  const filling = watchFilling(document, { look, signal });
  return {
    phase: () => phase,
    insist: calling.now,
    settingsChanged(next) {
      settings = next;
      globalThis.sidelightSettings = next;
      filling.look();
    },
  };
}
