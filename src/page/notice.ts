/**
 * A quiet line at the window's lower edge, for when the extension has stopped on an open page. It stands outside the body,
 * in a closed shadow root, takes no focus, and goes by itself.
 */
import { isHidden, rootOf } from './read/past-fields.ts';
import { NOTICE, NOTICE_LANGUAGE } from './words.ts';

/** Milliseconds that it stays. */
export const NOTICE_STAYS = 20_000;

const STYLE = `
:host{all:initial!important;position:fixed!important;inset:auto 16px 16px auto!important;z-index:2147483647!important}
div{font:14px/1.4 system-ui,sans-serif;color:#1b1b1b;background:#fff;border:1px solid #c8c8c8;border-radius:8px;
padding:10px 12px;box-shadow:0 2px 12px rgb(0 0 0/.18);display:flex;gap:12px;align-items:center;max-width:min(420px,calc(100vw - 56px))}
button{font:inherit;color:#174ea6;background:none;border:0;padding:4px 6px;border-radius:4px;cursor:pointer;white-space:nowrap}
button:focus-visible{outline:2px solid #174ea6}
@media (prefers-color-scheme:dark){div{color:#eee;background:#222;border-color:#555}button{color:#9ec1ff}}
@media print{:host{display:none!important}}`;

/**
 * Shows `text` with a way to reload the page, and one to close it; in a tab behind another, once it is looked at. Nothing
 * happens where there is one already. Returns what takes it away again.
 */
export function showNotice(document: Document, text: string): () => void {
  let close: () => void = () => undefined;
  const show = () => {
    close = put(document, text);
  };
  const later = new AbortController();
  if (isHidden(document))
    document.addEventListener('visibilitychange', show, { once: true, signal: later.signal });
  else show();
  return () => {
    later.abort();
    close();
  };
}

function put(document: Document, text: string): () => void {
  if (document.querySelector('sidelight-notice')) return () => undefined;
  const element = document.createElement('sidelight-notice');
  const root = element.attachShadow({ mode: import.meta.env.MODE === 'testing' ? 'open' : 'closed' });
  const style = document.createElement('style');
  style.textContent = STYLE;
  const box = document.createElement('div');
  box.setAttribute('role', 'status');
  box.lang = NOTICE_LANGUAGE;
  const words = document.createElement('span');
  words.textContent = text;
  const button = (label: string, act: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', act);
    return made;
  };
  const close = () => element.remove();
  box.append(
    words,
    button(NOTICE.reload, () => document.location.reload()),
    button(NOTICE.close, close),
  );
  root.append(style, box);
  rootOf(document).append(element);
  setTimeout(close, NOTICE_STAYS);
  return close;
}
