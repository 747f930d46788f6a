/** Pages made at random, of the sort that content systems make: every page has a name or more, and markup of every kind around it. */
import { createRandom, type Random } from '../../scripts/bench/random.ts';

const NAMES = ['Huawei', 'Hikvision', 'Cellebrite', 'Palantir', 'Dahua', 'Clearview AI', 'Citizen Lab'];
const WORDS = (
  'the council met and said nothing of bridge over river that was built in spring when water rose ' +
  'again while harbour stood empty for a year before anybody asked who had paid'
).split(' ');
const BLOCKS = [
  'p',
  'div',
  'section',
  'blockquote',
  'h2',
  'h3',
  'figure',
  'ul',
  'table',
  'details',
  'aside',
] as const;

/** HTML of page number `seed`; the same number gives the same page. */
export function makeRandomPage(seed: number): string {
  const random = createRandom(seed + 1);
  const body = Array.from({ length: 6 + random.below(14) }, () => block(random, 0)).join(
    random.pick(['\n', '', '\n  ']),
  );
  const first = `<p>${sentence(random, random.pick(NAMES))}</p>`;
  return `<!doctype html>
<html lang="en"${random.next() < 0.3 ? ' class=js data-x="1"' : ''}>
<head><meta charset="utf-8"><title>Page ${seed}</title>${random.next() < 0.5 ? '<style>.cap{float:left}</style>' : ''}</head>
<body${random.next() < 0.3 ? ' style="margin:1em"' : ''}><!-- a comment -->
${random.next() < 0.5 ? '<nav><a href="/">Home</a> <a href=/news>News</a></nav>' : ''}
<article><h1>${sentence(random, null)}</h1>${first}${body}</article>
${random.next() < 0.5 ? '<footer><p>Imprint.</p></footer>' : ''}</body></html>`;
}

function block(random: Random, depth: number): string {
  const tag = random.pick(BLOCKS);
  const inside = () =>
    depth < 3 && random.next() < 0.3
      ? block(random, depth + 1)
      : inline(random, sentence(random, maybeName(random)));
  if (tag === 'ul') return `<ul>${Array.from({ length: 3 }, () => `<li>${inside()}`).join('')}</ul>`;
  if (tag === 'table')
    return `<table><tr><td>${inline(random, maybeName(random) ?? 'x')}<td>${sentence(random, null)}</table>`;
  if (tag === 'details')
    return `<details${random.next() < 0.5 ? ' open' : ''}><summary>More</summary>${inside()}</details>`;
  // A paragraph ends where a block begins.
  if (tag === 'p' || tag.startsWith('h'))
    return `<${tag}>${inline(random, sentence(random, maybeName(random)))}</${tag}>`;
  const text = random.next() < 0.3 ? `${sentence(random, maybeName(random))} ` : '';
  return `<${tag}${random.next() < 0.2 ? ' class="c"' : ''}>${text}${inside()}</${tag}>`;
}

/** The text with markup in it, also inside of words and names. */
function inline(random: Random, text: string): string {
  const at = random.below(text.length);
  const end = at + random.below(text.length - at);
  const [before, middle, after] = [text.slice(0, at), text.slice(at, end), text.slice(end)];
  const roll = random.below(10);
  if (roll === 0) return `${before}<b>${middle}</b>${after}`;
  if (roll === 1) return `${before}<a href="#x">${middle}</a>${after}`;
  if (roll === 2) return `${before}<!-- ad -->${middle}<wbr>${after}`;
  if (roll === 3) return `${before}&shy;${middle}<span></span>${after}`;
  if (roll === 4) return `<span class="cap">${text[0]}</span>${text.slice(1)}`;
  if (roll === 5) return `${before}<em><i>${middle}</i></em>${after}<sup>1</sup>`;
  if (roll === 6) return `${text} <code>${middle}</code><img alt="" width=1 height=1>`;
  if (roll === 7) return `${text}<template><p>${middle}</p></template><input value="Huawei">`;
  return text;
}

function sentence(random: Random, name: string | null): string {
  const words = Array.from({ length: 8 + random.below(30) }, () => random.pick(WORDS));
  if (name !== null) words.splice(1 + random.below(words.length), 0, name);
  const text = words.join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function maybeName(random: Random): string | null {
  return random.next() < 0.3 ? random.pick(NAMES) : null;
}
