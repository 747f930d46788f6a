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

for (const [r, room] of ROOMS.entries()) {
  document
    .getElementById('rooms')
    ?.append(element('a', { href: `#room-${r}` }, `${room.title} (${room.states.length})`), ' ');
  const frames = room.states.map((state, s) => {
    const address = `state.html?${new URLSearchParams({ room: `${r}`, state: `${s}`, language, scheme })}${state.hash ?? ''}`;
    return element(
      'figure',
      {},
      element('figcaption', {}, element('a', { href: address, target: '_blank' }, state.name)),
      element('iframe', {
        title: `${room.title}: ${state.name}`,
        src: address,
        loading: 'lazy',
        width: `${state.width ?? room.width}`,
        height: `${state.height ?? room.height}`,
      }),
    );
  });
  document
    .getElementById('main')
    ?.append(
      element(
        'section',
        { id: `room-${r}` },
        element('h2', {}, room.title),
        element('div', { className: 'states' }, ...frames),
      ),
    );
}
