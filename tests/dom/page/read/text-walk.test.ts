import { describe, expect, test, vi } from 'vitest';
import { locate } from '../../../../src/page/read/text-map.ts';
import { createTextWalk, readText } from '../../../../src/page/read/text-walk.ts';
import { inPage } from '../../../helpers/html.ts';

/** What is in the body, and the text that is read of it. */
const READING_CASES: readonly (readonly [about: string, html: string, text: string])[] = [
  ['a name split by emphasis', '<p>paid Hua<b>wei</b> for</p>', 'paid Huawei for'],
  ['a name over two links', '<p><a href="#1">Inte</a><a href="#2">llexa</a></p>', 'Intellexa'],
  ['a link within a name', '<p>and <a href="#n">NSO</a> Group for</p>', 'and NSO Group for'],
  ['a comment within a name', '<p>Celle<!-- cms -->brite</p>', 'Cellebrite'],
  ['a break opportunity', '<p>Palan<wbr>tir</p>', 'Palantir'],
  ['a soft hyphen, kept', '<p>Clear\u00adview</p>', 'Clear\u00adview'],
  ['a no-break space, kept', '<p>NSO\u00a0Group</p>', 'NSO\u00a0Group'],
  ['a no-break space of its own, kept', '<p><b>NSO</b>\u00a0<b>Group</b></p>', 'NSO\u00a0Group'],
  [
    'white space as it is written',
    '<p><b>Share\n   Foundation</b> called</p>',
    'Share\n   Foundation called',
  ],
  ['a space between two elements', '<p><span>Citizen</span> <span>Lab</span></p>', 'Citizen Lab'],
  ['a drop cap', '<p><span class="cap">H</span>uawei won</p>', 'Huawei won'],
  ['small caps', '<p>the <span style="font-variant:small-caps">Dahua</span> case</p>', 'the Dahua case'],
  [
    'ruby without its reading',
    '<p><ruby>華<rp>(</rp><rt>hua</rt><rp>)</rp>為<rt>wei</rt></ruby>的</p>',
    '華為的',
  ],
  ['a footnote mark', '<p>Huawei<sup>1</sup> said</p>', 'Huawei\n1\n said'],
  ['a linked footnote mark', '<p>Huawei<a href="#n12">12</a> said</p>', 'Huawei\n12\n said'],
  ['a linked year, which is none', '<p>In<a href="#y">2012</a> it</p>', 'In2012 it'],
  ['a number that leads to another page', '<p>P<a href="/p30">30</a> phones</p>', 'P30 phones'],
  ['paragraphs', '<p>One.</p><p>Two.</p>', 'One.\n\nTwo.'],
  ['paragraphs with white space between them', '<p>One.</p>\n  <p>Two.</p>\n', 'One.\n\nTwo.'],
  ['text beside blocks', 'Before<p>One.</p>after', 'Before\n\nOne.\n\nafter'],
  ['nested blocks', '<div><section><p>One.</p></section></div><div>Two.</div>', 'One.\n\nTwo.'],
  ['a line break', '<p>One<br>two</p>', 'One\ntwo'],
  ['two line breaks', '<p>One<br><br>two</p>', 'One\n\ntwo'],
  ['a line break between blocks', '<p>One</p><br><p>two</p>', 'One\n\ntwo'],
  ['a line break after white space', '<p>One <b>x</b> <br> two</p>', 'One x\n two'],
  ['a list', '<ul><li>One</li><li>Two</li></ul>', 'One\n\nTwo'],
  ['headings', '<h1>Head</h1><h2>Sub</h2><p>Text</p>', 'Head\n\nSub\n\nText'],
  [
    'a table',
    '<table><caption>Deals</caption><tbody><tr><td>Huawei</td><td>2019</td></tr><tr><td>ZTE</td><td>2020</td></tr></tbody></table>',
    'Deals\n\nHuawei\n\v\n2019\n\nZTE\n\v\n2020',
  ],
  ['a figure', '<figure><img alt="no"><figcaption>A camera.</figcaption></figure>', 'A camera.'],
  ['a quotation', '<blockquote>We <q>never</q> sold it.</blockquote>', 'We never sold it.'],
  ['a picture between words', '<p>Huawei<img alt="">Cameras</p>', 'Huawei\nCameras'],
  ['details', '<details><summary>More</summary><p>Text</p></details>', 'More\n\nText'],
  ['an empty anchor within a word', '<p>Hua<a id="x"></a>wei</p>', 'Huawei'],
  [
    'a time and a citation',
    '<p>On <time>1 May</time>, <cite>Le Monde</cite> wrote</p>',
    'On 1 May, Le Monde wrote',
  ],
  ['an element nobody knows', '<p>Hua<x-mark>wei</x-mark> won</p>', 'Huawei won'],
  ['a slot outside of a shadow tree', '<p><slot>Huawei</slot> won</p>', 'Huawei won'],

  ['no navigation', '<nav><a href="/">Huawei</a></nav><p>Text</p>', 'Text'],
  ['no navigation by role', '<div role="navigation">Huawei</div><p>Text</p>', 'Text'],
  ['no search', '<search>Huawei</search><div role="search">Huawei</div><p>Text</p>', 'Text'],
  [
    'no banner and no content info',
    '<div role="banner">A</div><p>Text</p><div role="contentinfo">B</div>',
    'Text',
  ],
  ['no header or footer of the site', '<header>Site</header><p>Text</p><footer>© Site</footer>', 'Text'],
  ['the header with the headline', '<header><nav>x</nav><h1>Head</h1></header><p>Text</p>', 'Head\n\nText'],
  [
    'header and footer of the article',
    '<article><header>Standfirst</header><p>Text</p><footer>Sources</footer></article>',
    'Standfirst\n\nText\n\nSources',
  ],
  ['no box beside the article', '<article><p>Text</p></article><aside>Trending</aside>', 'Text'],
  [
    'a pull quote inside the article',
    '<article><p>Text</p><aside>“We sold it.”</aside></article>',
    'Text\n\n“We sold it.”',
  ],
  [
    'no list of stories inside the article',
    '<article><p>Text</p><aside>More: <a href="/1">Huawei wins</a> <a href="/2">ZTE loses</a></aside></article>',
    'Text',
  ],
  ['no code', '<p>Run <code>Huawei()</code> now</p>', 'Run \n now'],
  ['no preformatted text', '<p>Text</p><pre>Huawei</pre>', 'Text'],
  ['no preformatted text of old', '<p>Text</p><listing>Huawei</listing><xmp>Dahua</xmp>', 'Text'],
  ['no keys and no output', '<p>a <kbd>Huawei</kbd> <samp>Dahua</samp> b</p>', 'a \n b'],
  [
    'nothing that is not shown',
    '<script>Huawei</script><style>Huawei</style><template>Huawei</template><noscript>Huawei</noscript><p>Text</p>',
    'Text',
  ],
  ['nothing in pictures', '<p>a<svg><text>Huawei</text></svg>b</p>', 'a\nb'],
  [
    'no controls',
    '<p>Text</p><textarea>Huawei</textarea><select><option>Dahua</option></select><button>Flock</button><label>ZTE</label>',
    'Text',
  ],
  [
    'no editors',
    '<div contenteditable>A</div><div contenteditable="true">B</div><div contenteditable="plaintext-only">C</div><p>Text</p>',
    'Text',
  ],
  ['what is not an editor', '<p contenteditable="false">Text</p>', 'Text'],
  [
    'no text boxes',
    '<div role="textbox">A</div><div role="searchbox">B</div><div role="combobox">C</div>x',
    'x',
  ],
  ['nothing hidden', '<p hidden>A</p><p aria-hidden="true">B</p><p aria-hidden="false">Text</p>', 'Text'],
  ['nothing hidden within a paragraph', '<p>One <span hidden>two</span> three</p>', 'One \n three'],
  ['no dialogs', '<div role="dialog">Cookies</div><dialog open>Sign up</dialog><p>Text</p>', 'Text'],
  ['nothing of our own', '<p>Text</p><sidelight-card>Huawei</sidelight-card>', 'Text'],
  ['nothing', '', ''],
  ['nothing but white space', '<p> </p>\n<p>\n</p>', ''],
];

describe('reading', () => {
  test.each(READING_CASES)('%s', (_, html, text) => {
    expect(readText([inPage(html)]).text).toBe(text);
  });

  test.each(READING_CASES)('in steps of one node gives the same: %s', (_, html, text) => {
    const walk = createTextWalk([inPage(html)]);
    let steps = 0;
    while (!walk.step(1)) expect(++steps).toBeLessThan(1000);
    expect(walk.finish().text).toBe(text);
  });

  test('several roots are paragraphs of their own', () => {
    const body = inPage('<h1>Head</h1><div>no</div><article>One</article><article>Two</article>');
    expect(readText([...body.querySelectorAll('h1, article')]).text).toBe('Head\n\nOne\n\nTwo');
  });

  test('no roots have no text', () => {
    expect(readText([])).toMatchObject({ text: '', nodes: [], truncated: false });
  });

  test('stops at the limit, and what was read can still be found', () => {
    const body = inPage('<p>One two three.</p><p>Four five six.</p><p>Seven.</p>');
    const map = readText([body], { maxChars: 24 });
    expect(map.truncated).toBe(true);
    expect(map.text.length).toBeLessThanOrEqual(24);
    expect('One two three.\n\nFour five six.').toContain(map.text);
    expect(locate(map, { start: 16, end: 20 })?.startContainer.data).toBe('Four five six.');
  });

  test('a limit below everything reads nothing', () => {
    expect(readText([inPage('<p>One</p>')], { maxChars: 0 })).toMatchObject({ text: '', truncated: true });
  });

  test('stops after so many nodes, and says so', () => {
    const body = inPage('<p>One</p><div><b>Two</b><i>three</i> four</div><p>Five</p>');
    const map = readText([body], { maxNodes: 4 });
    expect(map.truncated).toBe(true);
    expect(map.text).toContain('One');
    expect(map.text).not.toContain('Five');
    expect(readText([body], { maxNodes: 100 })).toMatchObject({ truncated: false });
  });

  test('survives nodes that go away between two steps', () => {
    const body = inPage('<div><p>One</p><p>Two</p></div><p>Three</p>');
    const walk = createTextWalk([body]);
    walk.step(3);
    body.querySelector('div')?.remove();
    while (!walk.step(1));
    expect(walk.finish().text).toContain('One');
  });

  // Each text is told with the heading of its piece.
  const HEADING_CASES: [what: string, html: string, pieces: [text: string, heading: string | null][]][] = [
    [
      'a heading by its tag',
      '<p>a</p><h2 id="x">b</h2><p>c</p>',
      [
        ['a', null],
        ['b', 'x'],
        ['c', null],
      ],
    ],
    [
      'by its role',
      '<div role="heading" id="x">b</div><p>c</p>',
      [
        ['b', 'x'],
        ['c', null],
      ],
    ],
    [
      'of several blocks',
      '<h2 id="x"><div>a</div><div>b</div></h2>c',
      [
        ['a', 'x'],
        ['b', 'x'],
        ['c', null],
      ],
    ],
    [
      'in another heading',
      '<h2 id="x">a<h3 id="y">b</h3></h2>c',
      [
        ['a', 'x'],
        ['b', 'y'],
        ['c', null],
      ],
    ],
    ['without a text', '<h2 id="x"><img></h2><p>c</p>', [['c', null]]],
    ['that is left out', '<nav><h2 id="x">a</h2></nav><p>c</p>', [['c', null]]],
    ['in the middle of a line', '<p>a <b role="heading" id="x">b</b> c</p>', [['a b c', 'x']]],
  ];
  test.each(HEADING_CASES)('tells a heading: %s', (_, html, pieces) => {
    const walk = createTextWalk([inPage(html)]);
    while (!walk.step(1));
    expect(walk.pieces().pieces.map(({ text, heading }) => [text, heading?.id ?? null])).toEqual(pieces);
  });

  test('tells a heading in a shadow tree, and the one around a block that is read by itself', () => {
    const body = inPage('<div></div><h2 id="x"><div id="inner">a</div></h2>');
    const tree = (body.querySelector('div') as HTMLElement).attachShadow({ mode: 'open' });
    tree.innerHTML = '<b role="heading" id="y">b</b>';
    const headings = (root: Node) => {
      const walk = createTextWalk([root]);
      while (!walk.step(1));
      return walk.pieces().pieces.map(({ heading }) => heading?.id);
    };
    expect(headings(body)).toEqual(['y', 'x']);
    expect(headings(body.querySelector('#inner') as Node)).toEqual(['x']);
  });

  test('depth costs no stack', () => {
    const root = document.createElement('div');
    let deepest = root;
    for (let i = 0; i < 5000; i++) {
      const inner = document.createElement('div');
      deepest.append(inner);
      deepest = inner;
    }
    deepest.append('Huawei');
    expect(readText([root]).text).toBe('Huawei');
  });
});

describe('words that CSS parts', () => {
  const isInlineUnless = (block: string) => (element: Element) => !element.matches(block);

  test('are parted outside of paragraphs', () => {
    const body = inPage('<h2><span class="kicker">Huawei</span><span>Cameras for Belgrade</span></h2>');
    expect(readText([body], { flowsInline: isInlineUnless('.kicker') }).text).toBe(
      'Huawei\n\nCameras for Belgrade',
    );
    expect(readText([body], { flowsInline: () => true }).text).toBe('HuaweiCameras for Belgrade');
  });

  test('are not parted by blocks that are set in the line of a heading', () => {
    const body = inPage(
      '<h1><div>NSO</div> <div>Gr</div><div>oup</div></h1><div>Huawei</div><div>Cameras</div>',
    );
    expect(readText([body], { flowsInline: () => true }).text).toBe('NSO Group\n\nHuawei\n\nCameras');
    expect(readText([body], { flowsInline: () => false }).text).toBe('NSO\n\nGr\n\noup\n\nHuawei\n\nCameras');
  });

  test('a heading that was never closed is not asked for all its blocks', () => {
    const flowsInline = vi.fn(() => false);
    readText([inPage(`<h1>${'<div>x</div>'.repeat(5000)}</h1>`)], { flowsInline });
    expect(flowsInline.mock.calls.length).toBeLessThanOrEqual(200);
  });

  test('style is asked for only where a word would go on', () => {
    const asked: string[] = [];
    const flowsInline = (element: Element) => {
      asked.push(element.localName);
      return true;
    };
    const body = inPage('<div><b>One</b> <i>two</i>, <u>three</u>. <em>Hua</em>wei <s>x</s></div>');
    expect(readText([body], { flowsInline }).text).toBe('One two, three. Huawei x');
    expect(asked).toEqual(['em']);
  });
});

describe('shadow trees', () => {
  const attach = (host: Element | null, html: string) => {
    const root = host?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = html;
    return root;
  };

  test('are read instead of what they hide, with slots filled in', () => {
    const body = inPage('<x-card><p slot="body">Slotted.</p><p>Not shown.</p></x-card><p>After.</p>');
    const root = attach(
      body.querySelector('x-card'),
      '<style>p{}</style><h2>Inside.</h2><slot name="body">Default.</slot><p>Below.</p>',
    );
    const map = readText([body]);
    expect(map.text).toBe('Inside.\n\nSlotted.\n\nBelow.\n\nAfter.');
    expect(map.shadowRoots).toEqual([root]);
  });

  test('a slot without content shows its own', () => {
    const body = inPage('<x-card></x-card>');
    attach(body.querySelector('x-card'), '<slot>Default.</slot>');
    expect(readText([body]).text).toBe('Default.');
  });

  test('are read inside one another', () => {
    const body = inPage('<x-card></x-card>');
    const outer = attach(body.querySelector('x-card'), '<p>Outer.</p><x-quote></x-quote>');
    const inner = attach(outer?.querySelector('x-quote') ?? null, '<p>Inner.</p>');
    const map = readText([body]);
    expect(map.text).toBe('Outer.\n\nInner.');
    expect(map.shadowRoots).toEqual([outer, inner]);
  });

  test('no text reaches from one tree into another', () => {
    const body = inPage('<p>NSO<x-word></x-word> won</p>');
    attach(body.querySelector('x-word'), ' Group');
    expect(readText([body]).text).toBe('NSO\n\n Group\n\n won');
  });

  test('an inline component around its own content breaks no word', () => {
    const body = inPage('<p>the <x-tip>NSO</x-tip> Group</p>');
    attach(body.querySelector('x-tip'), '<slot></slot>');
    expect(readText([body]).text).toBe('the NSO Group');
  });
});
