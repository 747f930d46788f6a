import { describe, expect, test } from 'vitest';
import { findArticle } from '../../../../src/page/read/find-article.ts';
import { readText } from '../../../../src/page/read/text-walk.ts';
import { aDocument } from '../../../helpers/html.ts';

const SENTENCE =
  'The ministry paid for cameras that nobody had asked for, records seen by this newspaper show.';
const prose = (paragraphs: number) => `<p>${SENTENCE} ${SENTENCE} ${SENTENCE}</p>`.repeat(paragraphs);
const many = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('');
const links = (count: number) => many(count, (i) => `<a href="/section-${i}">Section ${i}</a> `);
const teaser = (i: number) =>
  `<div class="card"><h3><a href="/story-${i}">Police bought spy tools again, story ${i}</a></h3><p>${SENTENCE}</p></div>`;
const site = (content: string) =>
  `<header><a href="/">The Daily</a><nav>${links(30)}</nav></header>${content}<footer>${links(40)}<p>All rights reserved, and some more words here.</p></footer>`;

/** Pages as sketches: what it is, its markup, and where its text is (selectors). */
const ARTICLES: readonly (readonly [about: string, html: string, roots: readonly string[]])[] = [
  ['an article of one paragraph', '<article><h1>Head</h1><p>Visible: Huawei.</p></article>', ['article']],
  [
    'an article without a headline',
    '<article><p>The regulator fined Clearview AI.</p></article>',
    ['article'],
  ],
  [
    'a page an app has filled',
    `<nav>${links(3)}</nav><div id="app"><h1>Greek trial</h1><p>The founder is in court over Predator.</p></div>`,
    ['body'],
  ],
  [
    'several articles, one after the other',
    many(4, (i) => `<article><h1>Story ${i}</h1><p>Palantir won the contract.</p><p>Filler.</p></article>`),
    ['article'],
  ],
  [
    'a news article with all its furniture',
    site(`<main><article><h1>Head</h1>${prose(12)}</article></main>`),
    ['article'],
  ],
  [
    'a short article among many teasers',
    `<meta property="og:type" content="article">${site(`<main><article><h1>Head</h1>${prose(1)}</article><section>${many(12, teaser)}</section></main>`)}`,
    ['article'],
  ],
  [
    'an article whose headline stands outside',
    `<main><header><h1>Head</h1><p>Standfirst of this story.</p></header><article>${prose(3)}</article></main>`,
    ['main > header', 'article'],
  ],
  ['an article in main', site(`<main><h1>Head</h1>${prose(4)}</main>`), ['main']],
  ['an article in a marked element', `<div role="main"><h1>Head</h1>${prose(4)}</div>`, ['[role="main"]']],
  ['an article by role', `<div role="article"><h1>Head</h1>${prose(2)}</div>`, ['[role="article"]']],
  ['an article in nothing but paragraphs', `<h1>Head</h1>${prose(5)}`, ['body']],
  [
    'an encyclopaedia page',
    site(
      `<main><h1>Huawei</h1>${`<p>${SENTENCE} <a href="/wiki/x">linked</a> ${SENTENCE} ${links(3)}</p>`.repeat(8)}<ul>${links(200)}</ul></main>`,
    ),
    ['main'],
  ],
  [
    'text in divs and line breaks',
    `<div class="text"><h1>Head</h1><div>${SENTENCE}<br><br>${SENTENCE}<br>${SENTENCE}</div></div>`,
    ['body'],
  ],
  ['one long text node', `<article>${SENTENCE.repeat(200)}</article>`, ['article']],
  ['a bare paragraph, as in a frame', '<p>In this frame Huawei is named.</p>', ['body']],
  [
    'a Chinese article',
    '<article><h1>华为</h1><p>塞尔维亚内政部向华为购买了一千台摄像机。</p></article>',
    ['article'],
  ],
  ['an Arabic article', '<main><h1>كاميرات</h1><p>هل اشترت الوزارة الكاميرات من هواوي؟</p></main>', ['main']],
  [
    'a live blog',
    `<main role="main"><h1>Live</h1><div role="feed">${many(9, (i) => `<article><h2><a href="#post-${i}">10:0${i}</a></h2><p>${SENTENCE}</p></article>`)}</div></main>`,
    ['main > h1', 'article'],
  ],
  [
    'an article with a log-in box and comments',
    `<article><h1>Head</h1>${prose(3)}</article><form><input type="password"><input type="text"></form><article class="comment"><p>Well said, all of this.</p></article>`,
    ['article:not(.comment)'],
  ],
  [
    'an article above a comment form',
    '<article><h1>Write</h1><p>The story is about Predator spyware.</p></article><form><input type="text"><input type="email"><textarea></textarea><select></select></form>',
    ['article'],
  ],
  [
    'an article behind a consent wall',
    `<div role="dialog"><p>We and our 900 partners value your privacy.</p><button>Accept</button></div><article><h1>Head</h1>${prose(3)}</article>`,
    ['article'],
  ],
  [
    'the start of a paid article',
    `<article><h1>Head</h1>${prose(1)}<div class="wall"><p>Subscribe to read on.</p><form><input type="email"><input type="password"></form></div></article>`,
    ['article'],
  ],
  [
    'an article whose sections link elsewhere',
    `<article><h1>Head</h1>${many(2, (i) => `<section><h2><a href="/topic-${i}">Topic ${i} explained</a></h2><p>${SENTENCE}</p></section>`)}</article>`,
    ['article'],
  ],
  [
    'a press release that is found by a search',
    `<main><h1>Head</h1>${prose(5)}</main><form><input type="search" name="q" value="cameras"></form>`,
    ['main'],
  ],
  [
    'a short post whose headline links to itself',
    `<article><h1><a href="${document.location.pathname}">Head</a></h1><p>${SENTENCE}</p></article>`,
    ['article'],
  ],
  [
    'an article on a site that puts the page into a form',
    `<form><input type="search"><div><h1>Head</h1>${prose(4)}</div><select></select><input type="text"></form>`,
    ['body'],
  ],
  [
    'a table with a text around it',
    `<main><h1>Deals</h1>${prose(1)}<table>${many(30, (i) => `<tr><td>Huawei</td><td>${i}</td></tr>`)}</table></main>`,
    ['main'],
  ],
  [
    'a table under a headline, and no sentence',
    `<main><h1>Deals</h1><table>${many(9, (i) => `<tr><td>Huawei</td><td>${i}</td></tr>`)}</table></main>`,
    ['main'],
  ],
  [
    'text in spans in divs',
    `<main><h1>Head</h1><div><div><span><span>${SENTENCE}</span></span></div></div></main>`,
    ['main'],
  ],
  [
    'text in spans in an article',
    `<article><h1>Head</h1><div><span>${SENTENCE}</span></div></article>`,
    ['article'],
  ],
  [
    'text in one font for the whole table cell',
    `<center><table><tr><td><font><a href="/a">News</a><br></font></td><td><font><b>Head</b><br><br><span>${SENTENCE}<br><br>${SENTENCE}</span><br></font></td></tr></table></center>`,
    ['body'],
  ],
  ['text in the body itself', `<h1>Head</h1>${SENTENCE}<br><br>${SENTENCE}<hr>`, ['body']],
  [
    'a Chinese article in sections and spans',
    '<div><h1>摄像头</h1><section><section><span>塞尔维亚内政部向华为购买了一千台摄像机。</span></section></section></div>',
    ['body'],
  ],
  [
    'a glossary',
    '<article><h1>Words</h1><dl><dt>Pegasus</dt><dd>Spyware made by NSO Group.</dd></dl></article>',
    ['article'],
  ],
  [
    'a story in pictures',
    `<article><h1>The fair</h1><figure><img alt=""><figcaption>${SENTENCE}</figcaption></figure></article>`,
    ['article'],
  ],
  [
    'a story behind a strip of other stories',
    `<div>${many(14, teaser)}</div><article><h1>Head</h1>${`<p>${SENTENCE}</p>`.repeat(3)}</article>`,
    ['article'],
  ],
  [
    'a story behind a ticker of short lines',
    `<div>${many(220, (i) => `<p>ABC ${i}</p>`)}</div><article><h1>Head</h1><p>${SENTENCE}</p></article>`,
    ['article'],
  ],
  [
    'a short story beside a calendar',
    `<h1>Head</h1><div><p>${SENTENCE}</p></div><table role="grid"><tr><td role="gridcell">1</td></tr></table>`,
    ['body'],
  ],
  [
    'a short story with a table that can be sorted',
    `<main><h1>Deals</h1><p>${SENTENCE}</p><table role="grid"><tr><td>Huawei</td><td>9</td></tr></table></main>`,
    ['main'],
  ],
  [
    'a short story below a box to log in',
    `<div><form><input type="text"><input type="password"></form></div><h1>Head</h1><div><p>${SENTENCE}</p></div>`,
    ['body'],
  ],
  [
    'a short story above a comment form',
    `<h1>Head</h1><div><p>${SENTENCE}</p></div><form><input type="text"><input type="email"><input type="text"><textarea name="comment"></textarea></form>`,
    ['body'],
  ],
  [
    'a paid story above the wall where readers register',
    `<main><h1>The cellar of the ministry</h1><p>${SENTENCE}</p><p>${SENTENCE}</p><form><input type="text"><input type="text"><input type="email"><input type="password"></form></main>`,
    ['main'],
  ],
  [
    'a story below a headline that is the site’s name',
    `<h1 class="logo"><a href="/">The Daily</a></h1><h1>Head</h1>${prose(2)}<textarea name="your-message"></textarea>`,
    ['body'],
  ],
  [
    'a story under a topic that is linked in its headline',
    `<h1><a href="/topic">Watch</a> Cameras that nobody had asked for</h1>${prose(2)}<textarea></textarea>`,
    ['body'],
  ],
  [
    'a story without a headline on a page that asks whether readers are people',
    `<h2>Head</h2>${prose(3)}<textarea name="g-recaptcha-response"></textarea><footer><textarea></textarea></footer>`,
    ['body'],
  ],
  [
    'entries with icons to share them by',
    `<h1>Live</h1>${many(6, (i) => `<div><h3>12:0${i}</h3><p>${SENTENCE}</p><a href="https://a.example/share"></a><a href="https://b.example/share"></a></div>`)}`,
    ['body'],
  ],
  [
    'a test of a camera',
    `<meta property="og:type" content="article"><script type="application/ld+json">{"@type":"Review","itemReviewed":{"@type":"Product","name":"X3"}}</script><main><h1>Camera X3, tested</h1>${prose(6)}</main>`,
    ['main'],
  ],
  [
    'a story declared in a list of types',
    `<script type="application/ld+json">{"@type":["WebPage","NewsArticle"]}</script><h1>Head</h1><p>${SENTENCE}</p>${many(3, teaser)}`,
    ['body'],
  ],
  [
    'a story below a button to search with',
    `<title>Go home, they said</title><form><input type="submit" name="search" value="Go"></form><h1>Head</h1>${prose(2)}`,
    ['body'],
  ],
  [
    'a story beside a field that says what it is for until it is clicked',
    `<input type="text" name="s" value="Search…" onfocus="clear()"><h1>Head</h1><p>${SENTENCE}</p>`,
    ['body'],
  ],
  [
    'a story with a player and a box to log in at its end',
    `<h1>Head</h1><div role="application"><video></video></div><div>${SENTENCE}<br>${SENTENCE}</div><div role="dialog"><input type="password"></div>`,
    ['body'],
  ],
  [
    'a list of reports inside a story',
    `<article><h1>Head</h1>${prose(2)}<ul>${many(5, (i) => `<li><h3><a href="https://r.example/${i}">Report ${i}</a></h3><p>${SENTENCE}</p><p>${SENTENCE}</p><p>${SENTENCE}</p></li>`)}</ul></article>`,
    ['article'],
  ],
  [
    'a story with one switch for its text, and one for its letters',
    `<article><h1>Head</h1><button role="switch">Large letters</button><button role="switch">Read out</button>${prose(4)}</article>`,
    ['article'],
  ],
  [
    'a story in a table of layout with a few lines of code in it',
    `<table><tr><td><h1>Head</h1>${prose(2)}<table><tr><td data-line-number="1"></td><td>x</td></tr></table></td></tr></table>`,
    ['body'],
  ],
  [
    'a short story over a notice of cookies to choose from',
    `<h1>Head</h1><p>${SENTENCE}</p><div role="dialog"><table>${many(6, () => '<tr><td><input type="checkbox"></td></tr>')}</table></div>`,
    ['body'],
  ],
  [
    'a short story in a page whose search field is still filled',
    `<title>Cameras</title><input type="search" name="q" value="trains"><h1>Head</h1>${prose(3)}`,
    ['body'],
  ],
  [
    'a short story that declares itself, among forty others',
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Cameras \\u2013 bought twice"}</script><h1>Cameras – bought twice</h1><div><p>${SENTENCE}</p><p>${SENTENCE}</p></div>${many(40, teaser)}`,
    ['body'],
  ],
  [
    'a story in panels that a search in the page opens',
    `<h1>Head</h1>${many(3, () => `<section><h2>Part</h2><div hidden="until-found"><p>${SENTENCE}</p></div></section>`)}`,
    ['body'],
  ],
  [
    'a headline by role above a table that can be sorted',
    `<div role="heading" aria-level="1">Deals</div><div><p>${SENTENCE}</p></div><table role="grid"><tr><td>Huawei</td></tr></table>`,
    ['body'],
  ],
  ['a letter set as it was typed', `<h1>A letter</h1><pre>${`${SENTENCE}\n`.repeat(6)}</pre>`, ['body']],
];

const OTHERS: readonly (readonly [about: string, html: string])[] = [
  ['nothing', ''],
  [
    'a table of stories',
    `<main><h1>News</h1><table>${many(9, (i) => `<tr><td>${i}</td><td><a href="/${i}">Police bought spy tools</a></td></tr>`)}</table></main>`,
  ],
  [
    'a table that is the page’s layout',
    `<h1>News</h1><table>${many(9, (i) => `<tr><td>${i} points</td><td>Huawei</td></tr>`)}</table>`,
  ],
  [
    'a table of a form',
    `<main><h1>Order</h1><table>${many(4, (i) => `<tr><td>Field ${i}</td><td><input type="text"></td></tr>`)}</table></main>`,
  ],
  ['a front page', site(`<main>${many(40, teaser)}</main>`)],
  [
    'a front page of article elements',
    site(
      `<main>${many(30, (i) => `<article><h2><a href="/story-${i}">Story ${i} about cameras</a></h2><p>${SENTENCE}</p></article>`)}</main>`,
    ),
  ],
  [
    'a front page of linked cards',
    site(many(30, (i) => `<a href="/story-${i}"><h3>Story ${i} about cameras</h3><p>${SENTENCE}</p></a>`)),
  ],
  [
    'a front page of headlines with a motto',
    site(
      `<main><h1>The Daily</h1><p>Independent reporting since 1921.</p>${many(60, (i) => `<h3><a href="/${i}">Police bought spy tools, ${i}</a></h3>`)}</main>`,
    ),
  ],
  [
    'a front page that declares its stories',
    `<script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"x"}]}</script>${site(`<main><h1>News</h1><p>What matters today, in short.</p>${many(20, teaser)}</main>`)}`,
  ],
  [
    'a section with a headline',
    site(`<main><h1>Surveillance</h1><p>All our reporting on spyware.</p>${many(12, teaser)}</main>`),
  ],
  ['a list of links', `<h1>Links</h1><ul>${many(80, (i) => `<li><a href="/${i}">Link ${i}</a></li>`)}</ul>`],
  [
    'results of a search',
    `<form><input type="search" name="q" value="huawei"></form><p>About 12,000 results.</p>${many(10, teaser)}`,
  ],
  [
    'results of a search without teasers',
    '<h1>Results</h1><form><input name="q" value="huawei"></form><p>Your search did not match any documents.</p>',
  ],
  [
    'a log-in page',
    '<h1>Welcome back</h1><p>Enter your password to continue.</p><form><input type="email"><input type="password"></form>',
  ],
  [
    'a contact form',
    '<h1>Contact</h1><p>Please tell us what we can do for you.</p><form><input type="text"><input type="email"><select></select><textarea></textarea></form>',
  ],
  [
    'a check-out',
    '<main><h1>Your order</h1><p>Delivery takes about three days.</p><input type="text"><input type="tel"><select></select></main>',
  ],
  [
    'a shop',
    `<meta property="og:type" content="product"><main><h1>Camera X3</h1><p>${SENTENCE}</p><p>${SENTENCE}</p></main>`,
  ],
  [
    'a mailbox',
    `<div role="application"><div role="grid">${many(20, (i) => `<div role="row">Subject ${i}</div>`)}</div><p>You have no new messages.</p></div>`,
  ],
  [
    'a board',
    `<main><div role="tree">${many(20, () => '<div>Card</div>')}</div><p>Drag cards to move them.</p></main>`,
  ],
  ['a map', '<div id="map"><canvas></canvas></div><div><button>+</button><button>−</button></div>'],
  ['an editor', `<div contenteditable="true"><h1>Draft</h1>${prose(5)}</div>`],
  ['a chat', '<div role="log"><div>hi</div><div>hello</div></div><textarea></textarea>'],
  ['a gallery', many(40, (i) => `<a href="/${i}"><img alt="Picture ${i}"></a>`)],
  ['labels without a sentence', '<h1>Weather</h1><p>Belgrade</p><p>21°</p><p>Sunny</p>'],
  [
    'a front page without paragraphs',
    site(
      `<main>${many(30, (i) => `<div><h3><a href="/story-${i}">Story ${i} about cameras</a></h3><div><span>${SENTENCE}</span></div></div>`)}</main>`,
    ),
  ],
  [
    'a front page of linked cards without paragraphs',
    site(
      many(30, (i) => `<a href="/story-${i}"><div>Story ${i}</div><div><span>${SENTENCE}</span></div></a>`),
    ),
  ],
  [
    'a front page with the headline of its first story',
    site(
      `<main><article><h1>Story about cameras</h1><p>${SENTENCE}</p><a href="/story">Read</a></article>${many(30, teaser)}</main>`,
    ),
  ],
  [
    'a mailbox in a table',
    `<div role="main"><table role="grid">${many(20, (i) => `<tr><td><span>Subject ${i}</span> - <span>${SENTENCE}</span></td></tr>`)}</table></div>`,
  ],
  [
    'a log-in page with a search above its headline',
    '<input type="text"><h1>Welcome back</h1><p>Enter your password to continue.</p><form><input type="email"><input type="password"></form>',
  ],
  [
    'a front page of cards under links that cover them',
    site(
      `<main><h1>News</h1>${many(12, (i) => `<article><a href="/story-${i}" aria-label="Story ${i}"></a><h3>Story ${i} about cameras</h3><p>${SENTENCE}</p></article>`)}</main>`,
    ),
  ],
  [
    'an archive whose cards have a date and a way on in paragraphs',
    `<meta property="og:type" content="article">${site(`<main><h1>Cameras</h1>${many(10, (i) => `<article><h2><a href="/story-${i}">Story ${i}</a></h2><p>Posted on day ${i}, 2024.</p><p>${SENTENCE}</p><p><a href="/story-${i}">Continue reading</a></p></article>`)}</main>`)}`,
  ],
  [
    'long results of a search',
    `<title>huawei – Search</title><h1>Results</h1><input type="search" name="search" value="Huawei">${many(14, (i) => `<div><a href="/${i}">Page ${i}</a><p>${SENTENCE}</p></div>`)}`,
  ],
  [
    'a shop that says it is an article',
    `<meta property="og:type" content="article"><script type="application/ld+json">{"@type":"Product","name":"Camera X3","offers":{"@type":"Offer"}}</script><main><h1>Camera X3</h1>${prose(6)}</main>`,
  ],
  ['a long mail beside the folders', `<div role="tree">Inbox</div><main>${prose(7)}</main>`],
  ['a chat in paragraphs', `<div role="list">${`<p>${SENTENCE}</p>`.repeat(12)}</div><textarea></textarea>`],
  [
    'a log-in page with its terms of use',
    `<main><h1>Log in</h1><form><input type="email"><input type="password"></form>${prose(4)}</main>`,
  ],
  [
    'a log-in page below its terms of use',
    `<main>${prose(4)}</main><div><h1>Log in</h1><form><input type="email"><input type="password"></form></div>`,
  ],
  [
    'a table of rows to choose from',
    `<main><h1>Cameras</h1><table>${many(8, (i) => `<tr><td><input type="checkbox"></td><td>Camera ${i}</td><td>Replaced after the storm, to be checked.</td></tr>`)}</table></main>`,
  ],
  [
    'settings with a switch for each purpose, and what it is',
    `<main><h1>Privacy settings</h1><p>${SENTENCE}</p>${many(4, (i) => `<div><h3>Purpose ${i}</h3><button role="switch"></button><p>${SENTENCE}</p></div>`)}</main>`,
  ],
  [
    'a file of code with comments in sentences',
    `<main><h1>main.py</h1><table>${many(20, (i) => `<tr><td data-line-number="${i + 1}"></td><td># ${SENTENCE}</td></tr>`)}</table></main>`,
  ],
  [
    'a program',
    `<h1>main.c</h1><pre>${'/* The ministry paid for it. It said so. It was asked. */ int main() { return 0; }\n'.repeat(9)}</pre>`,
  ],
  ['a page that is still empty', '<div id="root"></div><script>app()</script>'],
  ['sentences in the footer only', `<nav>${links(10)}</nav><footer>${prose(2)}</footer>`],
];

describe('an article is', () => {
  test.each(ARTICLES)('%s', (_, html, selectors) => {
    const document = aDocument(html);
    const { isArticle, roots, reasons } = findArticle(document);
    expect(isArticle, reasons.join(', ')).toBe(true);
    expect(roots).toEqual([...document.querySelectorAll(selectors.join(', '))]);
  });
});

describe('no article is', () => {
  test.each(OTHERS)('%s', (_, html) => {
    const { isArticle, reasons } = findArticle(aDocument(html));
    expect(isArticle, reasons.join(', ')).toBe(false);
    expect(reasons.length).toBeGreaterThan(0);
  });

  test('a picture, a feed or a source file', () => {
    const text = new DOMParser().parseFromString('<rss><p>The ministry paid.</p></rss>', 'application/xml');
    expect(findArticle(text)).toMatchObject({ isArticle: false, reasons: ['− is application/xml'] });
  });
});

describe('fields of a form around the story do not stand in the way when they are called', () => {
  const names =
    'parentNode parentElement closest matches hasAttributes getAttribute querySelectorAll getElementsByTagName getRootNode localName assignedSlot nodeType firstChild nextSibling textContent firstElementChild shadowRoot';
  test.each(names.split(' '))('%s', (name) => {
    const page = aDocument('<form><article><h1>Head</h1></article></form>');
    const form = page.querySelector('form') as HTMLFormElement;
    (page.querySelector('article') as Element).innerHTML = `<h1>Head</h1>${prose(1)}`;
    // As browsers do; not all that parse HTML do so.
    Object.defineProperty(form, name, { value: page.createElement('input') });
    expect(findArticle(page)).toMatchObject({ isArticle: true, roots: [page.querySelector('article')] });
    page.body.append('After it.');
    expect(readText([page.body]).text).toBe(readText([aDocument(page.body.innerHTML).body]).text);
  });
});

test('a page that is none still has a place to read, should the reader insist', () => {
  expect(
    findArticle(aDocument(site(`<main>${many(9, teaser)}</main>`))).roots.map((root) => root.localName),
  ).toEqual(['main']);
});

test('text in open shadow trees counts', () => {
  const page = aDocument('<news-app></news-app>');
  const app = page.querySelector('news-app')?.attachShadow({ mode: 'open' });
  if (app) app.innerHTML = '<news-story></news-story>';
  const story = app?.querySelector('news-story')?.attachShadow({ mode: 'open' });
  if (story) story.innerHTML = `<article><h1>Head</h1>${prose(2)}</article>`;
  expect(findArticle(page)).toMatchObject({ isArticle: true, roots: [page.body] });
});

test('every reason says which way it speaks', () => {
  for (const [, html] of [...ARTICLES, ...OTHERS]) {
    for (const reason of findArticle(aDocument(html)).reasons) expect(reason).toMatch(/^[+−] \S/);
  }
});
