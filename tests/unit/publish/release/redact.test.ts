import { expect, it } from 'vitest';
import { redact } from '../../../../src/publish/release/redact.ts';

const REPORT = `2026.11.22 → 2026.11.23: 1 entity added
cards that look different: acme, gone
+ gone
~ acme: relations
+ gone/founded: Secret words.
- acme/sold-2019: Secret words.
+ acme/bought-2019: Open words.
~ acme/sold-2019 (text)
    was: Secret words.
    is:  Secret words, too.
~ acme/bought-2019 (text)
    was: Open words.
    is:  Other words.
+ name Secret (and more) (gone)
- name Secret (gone)
+ name Open (acme)`;

it('takes the words of what was removed out of a report, names as well, and leaves the rest', () => {
  expect(redact(REPORT, ['gone', 'acme/sold-2019'])).toBe(`2026.11.22 → 2026.11.23: 1 entity added
cards that look different: acme, gone
+ gone: (text removed)
~ acme: relations
+ gone/founded: (text removed)
- acme/sold-2019: (text removed)
+ acme/bought-2019: Open words.
~ acme/sold-2019: (text removed)
~ acme/bought-2019 (text)
    was: Open words.
    is:  Other words.
+ name Open (acme)`);
});

it('leaves a report as it is when nothing was removed', () => {
  expect(redact(REPORT, [])).toBe(REPORT);
});
