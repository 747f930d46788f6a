import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { UpdateStatus } from '../../../../src/core/dataset/update-status.ts';
import type { RepositoryState } from '../../../../src/messages/update-state.ts';
import { Datasets, type DatasetsProps } from '../../../../src/ui/updates/datasets.tsx';
import { UPDATE_STATUS } from '../../../../src/ui/updates/words.ts';

const NOW = Date.parse('2026-11-28T12:00:00Z');

function aState(over: Partial<RepositoryState> = {}): RepositoryState {
  return {
    id: 'core',
    label: 'Sidelight',
    colour: '#5b4fc7',
    address: 'https://data.example/s/',
    enabled: true,
    release: { version: '2026.11.24', entities: 266, statements: 781, origin: 'downloaded' },
    status: 'current',
    problem: null,
    attempted: NOW,
    succeeded: NOW - 2 * 3_600_000,
    due: null,
    expires: NOW + 5 * 86_400_000,
    progress: null,
    conflicts: [],
    withdrawn: [],
    ...over,
  };
}

let root: HTMLElement;
afterEach(() => {
  render(null, root);
  root.remove();
  vi.useRealTimers();
});

async function show(
  states: readonly RepositoryState[],
  over: Partial<DatasetsProps['worker']> = {},
  granted = true,
) {
  const worker: DatasetsProps['worker'] = {
    updateState: vi.fn(async () => states),
    checkForUpdates: vi.fn(async () => null),
    addRepository: vi.fn(async () => ({ id: 'd000000000000' })),
    changeRepository: vi.fn(async () => null),
    removeRepository: vi.fn(async () => null),
    ...over,
  };
  const askPermission = vi.fn(async () => granted);
  root = document.createElement('div');
  document.body.append(root);
  await act(async () =>
    render(<Datasets worker={worker} askPermission={askPermission} now={() => NOW} />, root),
  );
  await settle();
  return { worker, askPermission };
}

/** Lets what was asked for be answered and drawn, effects included, however busy the machine is. */
const settle = () =>
  act(async () => {
    await new Promise((done) => setTimeout(done, 20));
  });
const text = (selector = '.datasets') => root.querySelector(selector)?.textContent ?? '';
function press(label: string) {
  const button = [...root.querySelectorAll('button')].find((b) => b.textContent === label);
  if (!button) throw new Error(`there is no button ${label}`);
  button.click();
}

describe('the datasets', () => {
  it('say which version is here, how old it is, and when it was checked', async () => {
    await show([aState()]);
    expect(text('.release')).toBe(
      '24 November 2026 · 4 days ago · 266 entities · 781 statements · downloaded',
    );
    expect(text('.checked')).toBe('Checked 2 hours ago · signed until 3 December 2026');
  });

  const statuses = Object.keys(UPDATE_STATUS) as UpdateStatus[];
  it.each(statuses)('have words for %s', async (status) => {
    await show([aState({ status, problem: { code: 'offline', detail: 'x', since: NOW } })]);
    expect(text('.status')).toContain(UPDATE_STATUS[status]);
    expect(text()).not.toContain('undefined');
  });

  it('make no offer to check where there is no place to ask', async () => {
    await show([aState({ address: null, status: 'no-repository' })]);
    expect(root.querySelectorAll('.actions button')).toHaveLength(1);
    expect(text('.add-dataset button')).toBe('Add a dataset');
  });

  it('are checked by hand, with progress to see', async () => {
    const busy = aState({ progress: { step: 'downloading', done: 50, all: 200 } });
    let states = [aState()];
    const { worker } = await show([], { updateState: async () => states });
    press('Check now');
    states = [busy];
    await settle();
    await settle();
    expect(worker.checkForUpdates).toHaveBeenCalledWith({ repository: 'core' });
    expect(root.querySelector('progress')?.getAttribute('value')).toBe('0.25');
  });

  it('ask the browser first where it does not allow requests yet', async () => {
    const { worker, askPermission } = await show([aState({ status: 'permission' })]);
    press('Allow and check');
    await settle();
    expect(askPermission).toHaveBeenCalledWith('https://data.example/s/');
    expect(worker.checkForUpdates).toHaveBeenCalled();
  });

  it('that were added can be turned off and removed, after a second look; the core one cannot', async () => {
    const added = aState({ id: 'd000000000001', label: 'The Newsroom' });
    const { worker } = await show([aState(), added]);
    expect(root.querySelectorAll('input[type=checkbox]')).toHaveLength(1);
    root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await settle();
    expect(worker.changeRepository).toHaveBeenCalledWith({ id: added.id, enabled: false });
    press('Remove');
    await settle();
    expect(worker.removeRepository).not.toHaveBeenCalled();
    press('Yes, remove');
    await settle();
    expect(worker.removeRepository).toHaveBeenCalledWith({ id: added.id });
  });

  it('show the names that they share, and what was taken back', async () => {
    await show([
      aState({
        conflicts: [{ name: 'Acme', kept: 'acme', ours: 'd000000000001~acme' }],
        withdrawn: [{ id: 'x/y', as: 'removed', on: '2026-11-20', reason: 'Another company.' }],
      }),
    ]);
    expect(text()).toContain('1 name that another dataset has too');
    expect(text()).toContain('x/y · removed · 20 November 2026: Another company.');
  });

  const REASONS: [why: string, words: string][] = [
    ['wrong-fingerprint', 'its keys do not have this fingerprint.'],
    ['offline', 'Nobody answered.'],
    ['The browser’s own words', 'The browser’s own words'],
    ['constructor', 'constructor'],
  ];
  it.each(REASONS)('are added by address and fingerprint, and say why not: %s', async (why, words) => {
    const { worker, askPermission } = await show([aState()], {
      addRepository: vi.fn(async () => {
        throw new Error(why);
      }),
    });
    const fill = (name: string, value: string) => {
      const input = root.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (input) input.value = value;
    };
    fill('address', 'news.example/data');
    fill('fingerprint', 'ab'.repeat(32));
    fill('label', 'News');
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(askPermission).toHaveBeenCalledWith('https://news.example/data/');
    expect(worker.addRepository).toHaveBeenCalledWith({
      address: 'https://news.example/data/',
      fingerprint: 'ab'.repeat(32),
      label: 'News',
      colour: '#b3541e',
    });
    expect(text('[role=alert]')).toContain(words);
  });

  it.each([
    ['Sidelight', 'that label could be taken for Sidelight’s own dataset.'],
    ['   ', 'a label needs letters or digits, and no invisible signs.'],
    ['\u202eswen', 'a label needs letters or digits, and no invisible signs.'],
  ])('say why %j is no label before anything is asked', async (label, words) => {
    const { worker, askPermission } = await show([aState()], { addRepository: vi.fn() });
    const input = root.querySelector<HTMLInputElement>('input[name=label]');
    if (input) input.value = label;
    root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(text('[role=alert]')).toContain(words);
    expect(askPermission).not.toHaveBeenCalled();
    expect(worker.addRepository).not.toHaveBeenCalled();
  });
});
