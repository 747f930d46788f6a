import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { Difference } from '../../../../src/ui/notes/difference.tsx';

/** What is shown: [taken out], {put in}. */
function shown(before: string, now: string): string {
  const place = document.createElement('div');
  render(<Difference before={before} now={now} lang="en" />, place);
  const parts = [...(place.querySelector('.difference')?.childNodes ?? [])];
  return parts
    .map(({ nodeName, textContent }) =>
      nodeName === 'DEL' ? `[${textContent}]` : nodeName === 'INS' ? `{${textContent}}` : textContent,
    )
    .join('');
}

describe('the difference of two texts', () => {
  it.each([
    ['whole numbers', 'Some 1,000 cameras.', 'Some 1,200 cameras.', 'Some [1,000]{1,200} cameras.'],
    ['whole words', 'They were installed.', 'They were removed.', 'They were [installed]{removed}.'],
    ['signs by themselves', 'Yes, it was.', 'Yes: it was.', 'Yes[,]{:} it was.'],
    ['words joined by hyphens', 'the mid-2019 plan', 'the mid-2020 plan', 'the [mid-2019]{mid-2020} plan'],
    ['characters, where no spaces are', '安装了一千个', '安装了两千个', '安装了[一]{两}千个'],
    ['nothing', 'The same.', 'The same.', 'The same.'],
    ['emoji and marks as they are', 'a 👮🏽 é', 'a é', 'a [👮🏽 ]é'],
  ])('tells %s', (_, before, now, expected) => {
    expect(shown(before, now)).toBe(expected);
  });
});
