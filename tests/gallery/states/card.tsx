/** The card, and the tools in it, in every state. */
import type { Card } from '../../../src/core/dataset/card.ts';
import type { Tool } from '../../../src/page/card-tools-door.ts';
import { CardView, type CardViewProps } from '../../../src/ui/card/card-view.tsx';
import type { Pinning } from '../../../src/ui/card/pinning.ts';
import { ToolView } from '../../../src/ui/card/tool-view.tsx';
import { createCardTools } from '../../../src/ui/card-tools/door.tsx';
import { aCardStatement, aSource } from '../../helpers/builders.ts';
import { died, never, type Room, type State } from '../state.ts';
import { ALL, aCard, aRelation, CLAIM, DENIAL, LAW, LONG, PAGE, TODAY } from './made-up.ts';

const ADDRESS = { url: 'https://gazette.example/square', host: 'gazette.example' };
const PINNED: Pinning = {
  isPinned: () => true,
  toggle: () => undefined,
  toOtherSide: () => undefined,
  moveBy: () => undefined,
  drag: () => undefined,
};
const WHY: CardViewProps['request']['why'] = [
  { type: 'alias', alias: 'Square Watch', points: 3 },
  { type: 'cue', cue: 'cameras', word: 'cameras', scope: 'sentence', points: 2 },
  { type: 'entity', entity: 'brambleworth', scope: 'page', points: 1 },
  { type: 'rejected', entity: 'lens-league', because: 'needs-not-met', text: 'Square', points: 1 },
];

function show(
  card: Card | null,
  over: Partial<CardViewProps['request']> = {},
  more: Partial<Pick<CardViewProps, 'pinning' | 'withdrawn'>> = {},
) {
  const { id, name } = card ?? { id: 'square-watch', name: 'Square Watch' };
  return (
    <CardView
      request={{
        entity: { id, name },
        card,
        page: PAGE,
        mention: name,
        why: WHY,
        loadTools: () => Promise.resolve(createCardTools()),
        nameOf: (entity) => entity,
        suppress: () => Promise.resolve(() => Promise.resolve()),
        context: { sentence: '', entities: [] },
        linked: [],
        loadCard: never,
        openSource: null,
        save: () => undefined,
        ...over,
      }}
      pinning={null}
      withdrawn={null}
      address={ADDRESS}
      today={TODAY}
      whole
      onShown={() => undefined}
      onClose={() => undefined}
      {...more}
    />
  );
}

function tool(name: string, which: Tool, over: Partial<Parameters<typeof ToolView>[0]> = {}): State {
  return {
    name,
    draw: () => (
      <div class="card">
        <ToolView
          request={{
            tool: which,
            card: aCard({ statements: ALL }),
            statement: which === 'why' ? null : CLAIM,
            page: PAGE,
            mention: 'Square Watch',
            why: WHY,
            address: ADDRESS,
            nameOf: (entity) => entity,
            suppress: () => Promise.resolve(() => Promise.resolve()),
            go: () => undefined,
          }}
          load={() => Promise.resolve(createCardTools())}
          {...over}
        />
      </div>
    ),
  };
}

const full = () =>
  aCard({ statements: ALL, relations: [aRelation('supplied-by', 'Brambleworth')], withheld: 2 });

export const CARD: Room = {
  title: 'Card',
  sheets: 'card',
  width: 440,
  height: 600,
  states: [
    { name: 'whole', draw: () => show(full()) },
    {
      name: 'nearest to the sentence first',
      draw: () =>
        show(full(), {
          context: {
            sentence: 'A thousand cameras were ordered from Brambleworth.',
            entities: [{ id: 'brambleworth', words: 'Brambleworth' }],
          },
        }),
    },
    { name: 'disputed: claim and reply', draw: () => show(aCard({ statements: [CLAIM, DENIAL] })) },
    {
      name: 'one statement, one source',
      draw: () =>
        show(aCard({ statements: [aCardStatement({ id: 'square-watch/a', known: '2019-03-01' })] })),
    },
    {
      name: 'only what the open article says',
      draw: () => show(aCard({ statements: ALL.filter(({ id }) => id.endsWith('here')) })),
    },
    { name: 'nothing but a summary', draw: () => show(aCard()) },
    { name: 'an article without a date', draw: () => show(full(), { page: { ...PAGE, date: null } }) },
    { name: 'law, with states', draw: () => show(LAW, { mention: 'Camera Act' }) },
    { name: 'project beside its law', draw: () => show(full(), { linked: [LAW] }) },
    {
      name: 'many, and long',
      draw: () => show(LONG),
    },
    { name: 'in a narrow window', draw: () => show(LONG), width: 320, height: 480 },
    {
      name: 'in a direction from the right',
      draw: () =>
        show(
          aCard({
            name: 'مراقبة الميدان',
            summary: { en: 'مشروع كاميرات مراقبة في الساحة.' },
            statements: [
              aCardStatement({
                id: 'square-watch/rtl',
                known: '2019-03-01',
                text: { en: 'طلبت المدينة 1000 كاميرا من Brambleworth.' },
                sources: [aSource({ publisher: 'الجريدة', lang: 'ar' })],
              }),
            ],
          }),
        ),
      words: { language: 'en', locale: 'ar', direction: 'rtl', tables: {} },
    },
    {
      name: 'odd characters in the data',
      draw: () =>
        show(
          aCard({
            name: '<b>Bold\u202e name</b>',
            statements: [
              aCardStatement({
                id: 'square-watch/odd',
                text: { en: '\u202e<img src=x onerror=alert(1)> \ud83d\udcf7\u200b' },
              }),
            ],
          }),
        ),
    },
    { name: 'loading', draw: () => show(null) },
    { name: 'worker died', draw: () => show(null, { loadCard: died }) },
    { name: 'no such entity any more', draw: () => show(null, { loadCard: () => Promise.resolve(null) }) },
    { name: 'withdrawn while open', draw: () => show(full(), {}, { withdrawn: 'square-watch' }) },
    { name: 'pinned', draw: () => show(full(), {}, { pinning: PINNED }) },
    {
      name: 'from an added dataset',
      draw: () => show({ ...full(), dataset: { id: 'd0', label: 'The Newsroom', colour: '#8a4b00' } }),
    },
    ...(['stopped', 'refused', 'clock', 'disk-full'] as const).map((updates) => ({
      name: `updates: ${updates}`,
      draw: () => show({ ...full(), updates }),
    })),
    { name: 'review overdue', draw: () => show({ ...full(), reviewed: '2025-11-20' }) },
    { name: 'saving is off', draw: () => show(full(), { save: null }) },
    tool('tool: cite', 'cite'),
    tool('tool: why this card', 'why'),
    tool('tool: not this one', 'not-this'),
    tool('tool: report a mistake', 'report'),
    tool('tool: on its way', 'cite', { load: never }),
    tool('tool: does not come', 'cite', { load: died }),
  ],
};
