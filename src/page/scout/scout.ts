/**
 * The script that every page pays for: is this an article? If it is, the worker is asked for the one that reads it; if not,
 * nothing else ever comes. Pages are filled late and change their route, so it goes on looking, as long as nothing was
 * found, for less than a fiftieth of the page's time.
 */
import { type Settings, siteRule } from '../../core/settings/settings.ts';
import { judgePage, type PageKind } from '../read/page-kind.ts';
import { watchFilling } from './filling.ts';

export interface ScoutHost {
  readonly document: Document;
  readonly settings: Settings;
  /** Asks for the script that reads the page. Resolves once it runs. */
  callReader(): Promise<unknown>;
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
  /** The settings as the scout has them, kept up to date while it runs. */
  var sidelightSettings: Settings | undefined;
}

/** A reader that could not be fetched is asked for again after so many milliseconds, and at last not any more. */
const PATIENCE = [500, 2000, 10_000] as const;

export function startScout(host: ScoutHost): Scout {
  const { document, signal } = host;
  let { settings } = host;
  globalThis.sidelightSettings = settings;
  let phase: ReturnType<Scout['phase']> = 'waiting';
  let calling: Promise<void> | null = null;
  let failures = 0;

  const call = (): Promise<void> => {
    calling ??= host.callReader().then(
      () => undefined,
      (error: unknown) => {
        calling = null;
        throw error;
      },
    );
    return calling;
  };
  const callQuietly = () =>
    void call().catch(() => {
      const wait = PATIENCE[failures++];
      if (wait !== undefined && !signal.aborted) setTimeout(look, wait);
    });
  const isOff = () => !settings.enabled || siteRule(settings, hostOf(document)) === 'off';

  const look = () => {
    if (signal.aborted) return;
    if (!host.isConnected()) return host.leave();
    if (isOff()) {
      phase = 'off';
      return;
    }
    const kind = judgePage(document);
    globalThis.sidelightKind = kind.isArticle ? kind : undefined;
    const wanted = kind.isArticle || siteRule(settings, hostOf(document)) === 'always';
    phase = wanted ? 'waiting' : 'no-article';
    if (wanted) callQuietly();
  };
  watchFilling(document, { look, signal });
  return {
    phase: () => phase,
    insist: call,
    settingsChanged(next) {
      settings = next;
      globalThis.sidelightSettings = next;
      look();
    },
  };
}

/** The host that site rules are kept by. A frame without an address of its own belongs to the page around it. */
function hostOf(document: Document): string {
  return document.location.hostname;
}
