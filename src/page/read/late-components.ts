/**
 * Elements that get their shadow tree after the page was read: components that are defined late or wait for their data, and
 * boxes that a widget is put into. Attaching a tree is no mutation, and the registry that would tell is the page's alone: in
 * an extension's world `customElements` is null. So they are looked at now and then.
 */
import { isHidden } from './past-fields.ts';

const EVERY = 500;
/** Ten seconds: scripts that come later than this come with changes that are seen. */
const MOST = 20;
/** Elements looked at. A page uses some kinds many times, and all of a kind come at once. */
const MOST_HOSTS = 50;

export const UNDEFINED = ':not(:defined)';
/** Also what holds nothing so far and is none of the usual empty elements. Asked only where an article is read. */
export const LATE_HOSTS = `${UNDEFINED},:empty:not(a,b,br,button,canvas,col,em,embed,hr,i,iframe,img,input,li,link,meta,option,script,source,strong,style,svg,svg *,td,textarea,th,tr,track,ul,video,wbr)`;

export interface ComponentWatch {
  /** Looks at what has no tree yet of what the selector finds in these scopes, for the next ten seconds. */
  follow(scopes: readonly ParentNode[], selector: string): void;
}

/** Calls back whenever an element that is followed has got a shadow tree. Runs nothing on pages without such elements. */
export function watchComponents(
  document: Document,
  onAttached: () => void,
  signal: AbortSignal,
): ComponentWatch {
  let waiting: Element[] = [];
  let looks = 0;
  let timer: ReturnType<typeof setInterval> | null = null;

  const stop = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  const look = () => {
    const left = waiting.filter((element) => element.isConnected && !element.shadowRoot);
    const attached = waiting.some((element) => element.isConnected && element.shadowRoot);
    waiting = left;
    if (++looks >= MOST || left.length === 0) stop();
    if (attached && !isHidden(document)) onAttached();
  };
  signal.addEventListener('abort', stop);
  return {
    follow(scopes, selector) {
      waiting = scopes
        .flatMap((scope) => [...scope.querySelectorAll(selector)].slice(0, MOST_HOSTS))
        .filter((element) => !element.shadowRoot);
      looks = 0;
      if (waiting.length === 0 || signal.aborted) stop();
      else timer ??= setInterval(look, EVERY);
    },
  };
}
