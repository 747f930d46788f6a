import { describe, expect, test } from 'vitest';
import { readPageRecord } from '../../../../src/page/notes/page-record.ts';

function record(head: string, body = '<h1>Headline</h1>') {
  document.head.innerHTML = head;
  document.body.innerHTML = `<article>${body}</article>`;
  return readPageRecord(document, '2026-11-28');
}

const CASES: [about: string, head: string, expected: Partial<ReturnType<typeof readPageRecord>>][] = [
  [
    'nothing is said',
    '<title>Title | Site</title>',
    { title: 'Headline', authors: [], published: null, read: '2026-11-28' },
  ],
  [
    'meta elements say it',
    '<meta property="og:title" content="Shared title"><meta name="author" content="Ana Writer"><meta property="og:site_name" content="The Paper"><meta property="article:published_time" content="2019-03-20T10:00"><meta property="article:modified_time" content="2019-03-22">',
    {
      title: 'Shared title',
      authors: ['Ana Writer'],
      publisher: 'The Paper',
      published: '2019-03-20',
      changed: '2019-03-22',
    },
  ],
  [
    'JSON-LD says it',
    '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":[{"name":"Ana Writer"},{"name":"Bo Reporter"}],"publisher":{"name":"The Paper"},"datePublished":"2019-03-20"}]}</script>',
    { authors: ['Ana Writer', 'Bo Reporter'], publisher: 'The Paper', published: '2019-03-20' },
  ],
  [
    'an address stands where a name belongs',
    '<meta name="author" content="https://site.example/ana">',
    { authors: [] },
  ],
  [
    'the JSON-LD is broken',
    '<script type="application/ld+json">{"author":</script><meta name="author" content="Ana">',
    { authors: ['Ana'] },
  ],
];
describe('what a page says about itself', () => {
  test.each(CASES)('%s', (_, head, expected) => {
    expect(record(head)).toMatchObject(expected);
  });
});
