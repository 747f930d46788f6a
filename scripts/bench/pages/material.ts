/** The pages that are measured: made-up text as in the matcher's benchmark, marked up as content systems do it, with names of the dataset in it. */
import { makeText } from '../material.ts';
import { createRandom, type Random } from '../random.ts';

const STYLE =
  '<style>body{font:17px/1.6 Georgia,serif;max-width:44rem;margin:2rem auto;color:#222}a{color:#06c}h1{font-size:2rem}' +
  '.card{border:1px solid #ddd;padding:1rem;margin:1rem 0}nav a{margin-right:1rem}</style>';

export interface ArticleShape {
  readonly words: number;
  /** Words between two inline elements; fewer of them make more nodes. */
  readonly wordsPerElement: number;
}

/** An article of so many words; one in sixty is a name. */
export function makeArticle({ words, wordsPerElement }: ArticleShape, names: readonly string[]): string {
  const random = createRandom(words);
  const text = makeText(words * 9, []);
  const paragraphs: string[] = [];
  let count = 0;
  for (const paragraph of text.split('\n\n')) {
    // Scripts without spaces are left to the matcher's benchmark: here words are counted.
    if (count >= words) break;
    const list = paragraph.split(' ');
    if (list.length < 20) continue;
    paragraphs.push(`<p>${markUp(list.slice(0, words - count), random, names, wordsPerElement)}</p>`);
    count += list.length;
  }
  const sections = chunk(paragraphs, 12).map(
    (part, i) => `<h2>Part ${i + 1} of the story</h2>\n${part.join('\n')}`,
  );
  return page(
    'A long story',
    `<header><nav>${links(12)}</nav></header><main><article><h1>A long story of many words</h1>` +
      `<p class="byline">By a reporter, <time datetime="2024-05-02">2 May 2024</time></p>${sections.join('\n')}` +
      `</article></main><footer><nav>${links(20)}</nav></footer>`,
  );
}

/** A front page: headlines and teasers, and not a text of its own. */
export function makeFrontPage(names: readonly string[]): string {
  const random = createRandom(7);
  const cards = Array.from(
    { length: 60 },
    (_, i) =>
      `<div class="card"><h2><a href="/story-${i}">${random.pick(names)} and the council, part ${i}</a></h2>` +
      `<p>What the council said about it on Monday, and what it did not say.</p><span>${i} minutes ago</span></div>`,
  );
  return page(
    'Front page',
    `<header><nav>${links(30)}</nav></header><main><h1>Today</h1>${cards.join('\n')}</main><footer><nav>${links(60)}</nav></footer>`,
  );
}

/**
 * A live blog with entries of its own making: `addEntry()` puts one on top and takes one away below, so that the page
 * stays as large as it is.
 */
export function makeLiveBlog(names: readonly string[], entries: number): string {
  const random = createRandom(11);
  const texts = Array.from({ length: 40 }, () => markUp(makeTextOf(60, random), random, names, 20));
  const script = `const T=${JSON.stringify(texts)};let n=0;window.addEntry=()=>{const e=document.createElement('section');
    e.innerHTML='<h3>Entry '+(++n)+'</h3><p>'+T[n%T.length]+'</p><p>'+T[(n*7)%T.length]+'</p>';
    const live=document.getElementById('live');live.prepend(e);while(live.children.length>${entries})live.lastElementChild.remove();};
    for(let i=0;i<${entries};i++)addEntry();`;
  return page(
    'Live',
    `<article><h1>Live: what is known so far</h1><p>Everything that is known about it, as it comes in.</p><div id="live"></div></article><script>${script.replaceAll('</', '<\\/')}</script>`,
  );
}

function makeTextOf(words: number, random: Random): string[] {
  const [paragraph = ''] = makeText(words * 9, [], random.below(1e6)).split('\n\n');
  return paragraph.split(' ').slice(0, words);
}

function markUp(
  words: readonly string[],
  random: Random,
  names: readonly string[],
  perElement: number,
): string {
  let until = perElement;
  return words
    .map((word, i) => {
      const text = escapeHtml(random.next() < 1 / 60 ? random.pick(names) : word);
      if (--until > 0) return text;
      until = perElement;
      return random.pick([
        `<a href="#n${i}">${text}</a>`,
        `<em>${text}</em>`,
        `<span class="s">${text}</span>`,
      ]);
    })
    .join(' ');
}

function links(count: number): string {
  return Array.from({ length: count }, (_, i) => `<a href="/section-${i}">Section ${i}</a>`).join(' ');
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${STYLE}</head><body>${body}</body></html>`;
}

function chunk<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) =>
    list.slice(i * size, i * size + size),
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
}
