/** Reporting a mistake: what was done is confirmed, and where it goes is said, because nothing is sent from here. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ToolRequest } from '../../../../src/page/card-tools-door.ts';
import { Report } from '../../../../src/ui/card-tools/report.tsx';
import { aCard } from '../../../unit/ui/a-card.ts';

const request = {
  card: aCard(),
  statement: null,
  address: { url: 'https://news.example/a', host: 'news.example' },
} as Partial<ToolRequest> as ToolRequest;

beforeEach(async () => {
  vi.spyOn(window, 'open').mockReturnValue(null);
  render(null, document.body);
  await act(() => render(<Report request={request} />, document.body));
});
afterEach(() => vi.restoreAllMocks());

const said = () => [...document.querySelectorAll('[role="status"]')].map((one) => one.textContent).join('');
const write = (text: string) =>
  act(() => {
    const field = document.querySelector('textarea') as HTMLTextAreaElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
const press = (words: string) =>
  act(() =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === words)?.click(),
  );

test('where it is to be sent is said before anything is written', () => {
  expect(document.body.textContent).toContain('send it to whoever gave you');
});

test('a file that was saved is confirmed by its name, until there is more to save', async () => {
  await press('Save the file');
  expect(said()).toBe('Say first what is wrong.');
  await write('It was 47.');
  await press('Save the file');
  expect(said()).toContain('sidelight-correction-square.json');
  await write('It was 48.');
  expect(said()).toBe('');
});

test('a mail draft is confirmed, and that it has no recipient yet', async () => {
  await write('It was 47.');
  await press('Open a mail draft');
  expect(window.open).toHaveBeenCalledOnce();
  expect(said()).toContain('recipient');
});
