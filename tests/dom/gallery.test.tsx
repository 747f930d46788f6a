/** The gallery stays whole: each of its states can be drawn, and shows something of its own. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ROOMS } from '../gallery/rooms.ts';

const root = document.createElement('div');
document.body.append(root);

afterEach(() => {
  render(null, root);
  location.hash = '';
});

describe.each(ROOMS.map((room) => [room.title, room] as const))('%s', (_, room) => {
  test('has states by different names', () => {
    const names = room.states.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(room.states.map((state) => [state.name, state] as const))('%s', async (_, state) => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    location.hash = state.hash ?? '';
    await act(async () => {
      render(state.draw(), root);
      await new Promise((resolve) => setTimeout(resolve, 20));
    });
    expect(root.querySelector('*')).not.toBeNull();
    expect(errors.mock.calls.filter(([first]) => first instanceof TypeError)).toEqual([]);
    errors.mockRestore();
  });
});
