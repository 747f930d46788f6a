/** The gallery's first page: a frame for each state, so that none knows of the others. */
import { INTERFACE_LANGUAGES } from '../../src/core/settings/settings.ts';
import { ROOMS } from './rooms.ts';

const asked = new URLSearchParams(location.search);

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function select(id: string, options: readonly string[]): string {
  const list = document.getElementById(id) as HTMLSelectElement;
  list.replaceChildren(...options.map((option) => new Option(option)));
  const chosen = asked.get(id) ?? options[0] ?? '';
  list.value = chosen;
  list.addEventListener('change', () => {
    asked.set(id, list.value);
    location.search = asked.toString();
  });
  return chosen;
}

const language = select(
  'language',
  INTERFACE_LANGUAGES.filter((name) => name !== 'auto'),
);
const scheme = select('scheme', ['light', 'dark']);

const shown = Number(asked.get('room') ?? 0);

for (const [r, room] of ROOMS.entries()) {
  const address = `?${new URLSearchParams({ language, scheme, room: `${r}` })}`;
  document
    .getElementById('rooms')
    ?.append(element('a', { href: address }, `${room.title} (${room.states.length})`), ' ');
}

/** A development server hands out each module by itself: all frames at once would be more than a browser asks for. */
const AT_ONCE = 3;
const waiting: (() => void)[] = [];

const room = ROOMS[shown];
const figures = (room?.states ?? []).map((state, s) => {
  const address = `state.html?${new URLSearchParams({ room: `${shown}`, state: `${s}`, language, scheme })}${state.hash ?? ''}`;
  const frame = element('iframe', {
    title: `${room?.title}: ${state.name}`,
    width: `${state.width ?? room?.width}`,
    height: `${state.height ?? room?.height}`,
  });
  frame.addEventListener('load', () => frame.hasAttribute('src') && waiting.shift()?.());
  waiting.push(() => frame.setAttribute('src', address));
  const caption = element('figcaption', {}, element('a', { href: address, target: '_blank' }, state.name));
  return element('figure', {}, caption, frame);
});
document
  .getElementById('main')
  ?.append(
    element(
      'section',
      {},
      element('h2', {}, room?.title ?? 'There is no such room'),
      element('div', { className: 'states' }, ...figures),
    ),
  );
for (let i = 0; i < AT_ONCE; i++) waiting.shift()?.();
