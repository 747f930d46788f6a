import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type PageChange, type PageWatch, watchPage } from '../../../src/page/watch.ts';
import { inPage } from '../../helpers/html.ts';

let stop: AbortController;
let reports: PageChange[];
let hidden = false;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  reports = [];
  hidden = false;
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

function watch(html: string): { body: HTMLElement; watching: PageWatch } {
  const body = inPage(html);
  const onChange = (change: PageChange) => reports.push(change);
  return { body, watching: watchPage(document, { onChange, signal: stop.signal }) };
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const find = (selector: string): Element => {
  const found = document.querySelector(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
};
const changed = () => reports.flatMap((report) => report.changed);

function setHidden(value: boolean) {
  hidden = value;
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('changes of the page', () => {
  test('are reported once, after a short quiet', async () => {
    watch('<article><p>One</p></article>');
    find('article').append(document.createElement('p'));
    await pass(50);
    find('p').append('more');
    await pass(119);
    expect(reports).toEqual([]);
    await pass(1);
    expect(reports).toMatchObject([{ changed: [find('article')], routeChanged: false }]);
    await pass(2000);
    expect(reports).toHaveLength(1);
  });

  test('are reported all the same on a page that never rests', async () => {
    watch('<article><p>One</p></article>');
    for (let i = 0; i < 20; i++) {
      find('p').append('more');
      await pass(50);
    }
    expect(reports.length).toBeGreaterThanOrEqual(1);
    expect(reports.length).toBeLessThanOrEqual(3);
  });

  test('name the places, none inside another', async () => {
    watch('<article><div><p id="a">One</p></div><p id="b">Two</p></article>');
    (find('#a').firstChild as Text).data = 'Other';
    find('#a').append(document.createElement('b'));
    find('div').append(document.createElement('p'));
    find('#b').firstChild?.remove();
    await pass(200);
    expect(changed()).toEqual([find('div'), find('#b')]);
  });

  test.each([
    ['an edited text', () => ((find('p').firstChild as Text).data = 'Other'), 'p'],
    ['a replaced text', () => (find('p').textContent = 'Other'), 'p'],
    ['a new paragraph', () => find('article').append(document.createElement('p')), 'article'],
    ['a removed paragraph', () => find('p').remove(), 'article'],
    ['details that open', () => find('details').setAttribute('open', ''), 'article'],
    ['text that is hidden', () => find('p').setAttribute('hidden', ''), 'article'],
    ['text that becomes an editor', () => find('p').setAttribute('contenteditable', 'true'), 'article'],
  ])('count: %s', async (_, change, place) => {
    watch('<article><p>One</p><details>Two</details></article>');
    change();
    await pass(200);
    expect(changed().map((node) => (node.nodeType === 3 ? node.parentNode : node))).toEqual([find(place)]);
  });

  test.each([
    ['a script', () => find('article').append(document.createElement('script'))],
    ['an advertisement', () => find('article').append(document.createElement('video'))],
    ['a picture', () => find('article').append(document.createElement('img'))],
    ['white space', () => find('article').append('\n  ')],
    ['a comment', () => find('article').append(document.createComment('x'))],
    ['our own card', () => document.documentElement.append(document.createElement('sidelight-card'))],
    ['a class', () => find('p').setAttribute('class', 'x')],
    ['typing in an editor', () => find('#editor').append(document.createElement('div'))],
    ['a menu', () => find('nav').append(document.createElement('ul'))],
  ])('do not count: %s', async (_, change) => {
    watch('<article><p>One</p><div id="editor" contenteditable>x</div></article><nav></nav>');
    change();
    await pass(1000);
    document.querySelector('sidelight-card')?.remove();
    await pass(1000);
    expect(reports).toEqual([]);
  });

  test('in very many places are reported as the whole page', async () => {
    watch(`<article>${'<p>One</p>'.repeat(300)}</article>`);
    for (const p of document.querySelectorAll('p')) (p.firstChild as Text).data = 'Other';
    await pass(200);
    expect(changed()).toEqual([document.body]);
  });

  test('in shadow trees are reported once these are followed', async () => {
    const { body, watching } = watch('<article><x-a></x-a></article>');
    const root = body.querySelector('x-a')?.attachShadow({ mode: 'open' });
    if (!root) throw new Error('no shadow tree');
    root.innerHTML = '<p>One</p>';
    await pass(200);
    expect(reports).toEqual([]);
    watching.follow([find('article')], [root]);
    (root.querySelector('p')?.firstChild as Text).data = 'Other';
    await pass(200);
    expect(changed()).toEqual([root.querySelector('p')?.firstChild]);
  });
});

describe('once it is known what is read', () => {
  const html = '<article><p id="a">One</p><p id="b">Two</p></article>';

  test('a small change after a quiet time is reported before it is painted', async () => {
    const { watching } = watch(html);
    watching.follow([find('article')], []);
    (find('#a').firstChild as Text).data = 'Other';
    await pass(0);
    expect(reports).toHaveLength(1);
    (find('#b').firstChild as Text).data = 'Other';
    await pass(100);
    expect(reports).toHaveLength(1);
    await pass(100);
    expect(reports).toHaveLength(2);
  });

  test('a large one waits: the page is busy', async () => {
    const { watching } = watch(html);
    watching.follow([find('article')], []);
    for (let i = 0; i < 20; i++) find('article').append(document.createElement('p'));
    await pass(0);
    expect(reports).toEqual([]);
    await pass(200);
    expect(reports).toHaveLength(1);
  });

  test('a page that changes all the time is reported twice a second', async () => {
    const { watching } = watch(html);
    watching.follow([find('article')], []);
    for (let i = 0; i < 100; i++) {
      (find('#a').firstChild as Text).data = String(i);
      await pass(20);
    }
    expect(reports.length).toBeGreaterThan(2);
    expect(reports.length).toBeLessThan(7);
  });
});

describe('outside of what is followed', () => {
  const html = '<article><p>One</p></article><div id="clock">12:00</div><main></main>';

  test('exchanged text does not count: clocks, counters, tickers', async () => {
    const { watching } = watch(html);
    watching.follow([find('article')], []);
    find('#clock').textContent = '12:01';
    (find('#clock').firstChild as Text).data = '12:02';
    await pass(500);
    expect(reports).toEqual([]);
    (find('p').firstChild as Text).data = 'Other';
    await pass(500);
    expect(changed()).toEqual([find('p').firstChild]);
  });

  test('elements count: the next article, another route', async () => {
    const { watching } = watch(html);
    watching.follow([find('article')], []);
    find('main').append(document.createElement('article'));
    await pass(500);
    expect(changed()).toEqual([find('main')]);
  });

  test('what changed just before following is not lost', async () => {
    const { watching } = watch(html);
    find('main').append(document.createElement('article'));
    watching.follow([find('article')], []);
    await pass(500);
    expect(changed()).toEqual([find('main')]);
  });
});

describe('hidden tabs', () => {
  test('are not watched, and count as changed when they are shown again', async () => {
    watch('<article><p>One</p></article>');
    setHidden(true);
    find('article').append(document.createElement('p'));
    await pass(5000);
    expect(reports).toEqual([]);
    setHidden(false);
    await pass(200);
    expect(reports).toMatchObject([{ changed: [document.body], routeChanged: false }]);
    find('article').append(document.createElement('p'));
    await pass(200);
    expect(reports).toHaveLength(2);
  });

  test('a report that is due when the tab is hidden waits', async () => {
    watch('<article><p>One</p></article>');
    find('article').append(document.createElement('p'));
    await pass(10);
    setHidden(true);
    await pass(5000);
    expect(reports).toEqual([]);
  });
});

describe('routes', () => {
  afterEach(() => history.replaceState(null, '', location.pathname));

  test('that change with the page are told', async () => {
    watch('<div id="app"><p>One</p></div>');
    history.pushState(null, '', '#b');
    find('#app').replaceChildren(document.createElement('h1'));
    await pass(200);
    expect(reports).toMatchObject([{ changed: [find('#app')], routeChanged: true }]);
    find('#app').append(document.createElement('p'));
    await pass(200);
    expect(reports[1]?.routeChanged).toBe(false);
  });

  test.each(['popstate', 'hashchange'])('that change before the page are told by %s', async (event) => {
    watch('<p>One</p>');
    history.pushState(null, '', `#${event}`);
    window.dispatchEvent(new Event(event));
    await pass(200);
    expect(reports).toMatchObject([{ changed: [], routeChanged: true }]);
  });

  test('an event without another address tells nothing', async () => {
    watch('<p>One</p>');
    window.dispatchEvent(new Event('popstate'));
    await pass(200);
    expect(reports).toEqual([]);
  });
});

describe('shadow trees that are followed', () => {
  test('are read again when a script has put other nodes into a slot', async () => {
    const { body, watching } = watch('<article><x-a></x-a></article>');
    const root = find('x-a').attachShadow({ mode: 'open' });
    // happy-dom does not know of slots that are filled by hand.
    Object.defineProperty(root, 'slotAssignment', { value: 'manual' });
    root.innerHTML = '<slot></slot>';
    watching.follow([find('article')], [root]);
    watching.follow([find('article')], [root]);
    root.querySelector('slot')?.dispatchEvent(new Event('slotchange', { bubbles: true }));
    await pass(200);
    expect(reports).toMatchObject([{ changed: [body], nodes: null }]);
  });

  test('are found when they are attached to what came later', async () => {
    const { body, watching } = watch('<article><p>One</p></article>');
    watching.follow([find('article')], []);
    find('article').append(document.createElement('x-a'));
    await pass(200);
    watching.follow([find('article')], []);
    reports = [];
    await pass(3000);
    find('x-a').attachShadow({ mode: 'open' });
    await pass(1000);
    expect(reports).toMatchObject([{ changed: [body], nodes: null }]);
  });
});

test('nothing is reported after the end', async () => {
  const { watching } = watch('<article><p>One</p></article>');
  find('article').append(document.createElement('p'));
  await pass(10);
  stop.abort();
  watching.follow([find('article')], []);
  find('article').append(document.createElement('p'));
  history.replaceState(null, '', '#end');
  window.dispatchEvent(new Event('popstate'));
  setHidden(true);
  setHidden(false);
  await pass(5000);
  expect(reports).toEqual([]);
});
