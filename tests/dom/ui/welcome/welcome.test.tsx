import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RepositoryState } from '../../../../src/messages/update-state.ts';
import { Welcome, type WelcomeProps } from '../../../../src/ui/welcome/welcome.tsx';

function core(address: string | null): RepositoryState {
  return {
    id: 'core',
    label: 'Sidelight',
    colour: '#5b4fc7',
    address,
    enabled: true,
    release: { version: '2026.11.24', entities: 266, statements: 781, origin: 'bundled' },
    status: address === null ? 'no-repository' : 'never-checked',
    problem: null,
    attempted: null,
    succeeded: null,
    due: null,
    expires: null,
    progress: null,
    conflicts: [],
    withdrawn: [],
  };
}

let root: HTMLElement;
afterEach(() => {
  render(null, root);
  root.remove();
});

async function show(address: string | null) {
  let see = () => {};
  const isSeen = new Promise<void>((resolve) => {
    see = resolve;
  });
  const worker = {
    datasetInfo: async () => ({ version: '', entities: 1, statements: 1, updates: 'never-checked' as const }),
    updateState: async () => [core(address)],
    updatePlaceShown: vi.fn(async () => null),
  } satisfies WelcomeProps['worker'];
  root = document.createElement('div');
  document.body.append(root);
  await act(async () =>
    render(<Welcome worker={worker} nextKey="" settingsAddress="#" seen={() => isSeen} />, root),
  );
  await act(async () => undefined);
  return { ...worker, see: () => act(async () => see()) };
}

describe('the page after the install', () => {
  it('says where the dataset looks for updates, and lets it begin once that is seen', async () => {
    const page = await show('https://data.example/s/');
    expect(root.querySelector('.place')?.textContent).toContain('data.example');
    expect(page.updatePlaceShown).not.toHaveBeenCalled();
    await page.see();
    expect(page.updatePlaceShown).toHaveBeenCalledExactlyOnceWith({ address: 'https://data.example/s/' });
  });

  it('says nothing of updates when the dataset names no place', async () => {
    const page = await show(null);
    await page.see();
    expect(root.querySelector('.place')).toBeNull();
    expect(page.updatePlaceShown).not.toHaveBeenCalled();
  });
});
