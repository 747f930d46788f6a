import { describe, expect, it } from 'vitest';
import { runCommand } from '../../../src/background/commands.ts';
import type { CallMessage } from '../../../src/messages/envelope.ts';

async function run(command: string, tab: number | null = 7, answer: unknown = { ok: true, value: null }) {
  const sent: [number, string, unknown][] = [];
  await runCommand(
    command,
    async () => tab,
    (to) => async (message: CallMessage) => {
      sent.push([to, message.name, message.argument]);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  );
  return sent;
}

describe('the browser’s commands', () => {
  it.each([
    ['next-mention', 'step', { direction: 'next' }],
    ['previous-mention', 'step', { direction: 'previous' }],
    ['pause', 'pause', null],
  ])('%s asks the page in view to %s', async (command, name, argument) => {
    expect(await run(command)).toEqual([[7, name, argument]]);
  });

  it('does nothing for a command it does not know, or without a tab', async () => {
    expect(await run('toString')).toEqual([]);
    expect(await run('pause', null)).toEqual([]);
  });

  it('takes a page without our script for what it is', async () => {
    expect(await run('pause', 7, new Error('nobody there'))).toHaveLength(1);
  });
});
