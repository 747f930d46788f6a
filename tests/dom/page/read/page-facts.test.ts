import { describe, expect, test } from 'vitest';
import { readPageFacts } from '../../../../src/page/read/page-facts.ts';
import { aDocument } from '../../../helpers/html.ts';

const URL = 'https://news.test/politics/story-1';

const facts = (html: string, url = URL) => readPageFacts(aDocument(html), url);
const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const article = (over: object = {}) => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'Cameras for Belgrade',
  datePublished: '2019-06-18T23:30:00-04:00',
  ...over,
});
const meta = (name: string, content: string, attribute = 'name') =>
  `<meta ${attribute}="${name}" content="${content}">`;

describe('the date of the article', () => {
  const cases: readonly (readonly [about: string, html: string, date: string | null])[] = [
    ['JSON-LD', jsonLd(article()), '2019-06-18'],
    ['JSON-LD of a report', jsonLd(article({ '@type': 'ReportageNewsArticle' })), '2019-06-18'],
    ['JSON-LD of a blog', jsonLd(article({ '@type': 'BlogPosting' })), '2019-06-18'],
    ['JSON-LD of a live blog', jsonLd(article({ '@type': ['LiveBlogPosting', 'Thing'] })), '2019-06-18'],
    ['JSON-LD with a prefix', jsonLd(article({ '@type': 'schema:NewsArticle' })), '2019-06-18'],
    ['JSON-LD in a graph', jsonLd({ '@graph': [{ '@type': 'WebSite' }, article()] }), '2019-06-18'],
    ['JSON-LD in a list', jsonLd([{ '@type': 'BreadcrumbList' }, article()]), '2019-06-18'],
    ['JSON-LD in a page', jsonLd({ '@type': 'WebPage', mainEntity: article() }), '2019-06-18'],
    ['JSON-LD after broken JSON-LD', jsonLd('{"@type": "NewsArticle", ') + jsonLd(article()), '2019-06-18'],
    [
      'JSON-LD with a comma too many',
      jsonLd('{"@type":"NewsArticle","datePublished":"2019-06-18",}'),
      '2019-06-18',
    ],
    [
      'JSON-LD with a raw line break',
      jsonLd('{"@type":"NewsArticle","headline":"Two\nlines","datePublished":"2019-06-18"}'),
      '2019-06-18',
    ],
    [
      'JSON-LD in a comment',
      jsonLd('<!-- {"@type":"NewsArticle","datePublished":"2019-06-18"} -->'),
      '2019-06-18',
    ],
    [
      'JSON-LD beyond mending',
      jsonLd('{"@type":"NewsArticle","headline":"A "quoted" one","datePublished":"2019-06-18"}'),
      '2019-06-18',
    ],
    [
      'JSON-LD of this page before that of others',
      jsonLd([
        article({ url: 'https://news.test/politics/story-2', datePublished: '2020-02-02' }),
        article({ mainEntityOfPage: { '@id': `${URL}/` } }),
      ]),
      '2019-06-18',
    ],
    ['no JSON-LD of other things', jsonLd({ '@type': 'WebSite', datePublished: '2001-01-01' }), null],
    ['no JSON-LD of listed stories', jsonLd({ '@type': 'ItemList', itemListElement: [article()] }), null],
    ['no date of change', jsonLd({ '@type': 'NewsArticle', dateModified: '2020-01-01' }), null],

    ['Open Graph', meta('article:published_time', '2019-06-18T15:00:00Z', 'property'), '2019-06-18'],
    ['a meta date', meta('date', '2019-06-18'), '2019-06-18'],
    ['a Dublin Core date', meta('DC.date', '2019-06-18'), '2019-06-18'],
    ['a Dublin Core date of issue', meta('dcterms.issued', '2019-06-18'), '2019-06-18'],
    ['a parsely date', meta('parsely-pub-date', '2019-06-18T19:00:00Z'), '2019-06-18'],
    ['a sailthru date', meta('sailthru.date', 'Tue, 18 Jun 2019 15:00:00 -0400'), '2019-06-18'],
    ['microdata in a meta', meta('datePublished', '2019-06-18', 'itemprop'), '2019-06-18'],
    ['JSON-LD before meta elements', meta('date', '2020-01-01') + jsonLd(article()), '2019-06-18'],
    [
      'the better name first',
      meta('date', '2020-01-01') + meta('article:published_time', '2019-06-18', 'property'),
      '2019-06-18',
    ],
    ['the next name when one is empty', meta('date', '') + meta('pubdate', '20190618'), '2019-06-18'],
    ['no date of change in a meta', meta('article:modified_time', '2020-01-01', 'property'), null],

    ['a time element', '<article><time datetime="2019-06-18">Tuesday</time></article>', '2019-06-18'],
    [
      'the first time element of the article',
      '<time datetime="2024-01-01"></time><article><time datetime="2019-06-18"></time><time datetime="2020-01-01"></time></article>',
      '2019-06-18',
    ],
    [
      'the time element that is marked',
      '<article><time datetime="2020-01-01"></time><time itemprop="datePublished" datetime="2019-06-18"></time></article>',
      '2019-06-18',
    ],
    [
      'the time element marked the old way',
      '<article><time datetime="2020-01-01"></time><time pubdate datetime="2019-06-18"></time></article>',
      '2019-06-18',
    ],
    [
      'no time of another story or of a change',
      '<article><aside><time datetime="2020-01-01"></time></aside><time itemprop="dateModified" datetime="2020-01-02"></time><time>June 18, 2019</time></article>',
      '2019-06-18',
    ],
    ['marked text', '<main><span itemprop="datePublished">18 June 2019</span></main>', '2019-06-18'],
    [
      'a microformat, where the day is a title',
      '<main><p>10:00</p><abbr class="published" title="2019-06-18T18:32:00+01:00">18:32</abbr></main>',
      '2019-06-18',
    ],
    [
      'a meta of a sharing plug-in',
      meta('shareaholic:article_published_time', '2019-06-18T09:22:50+01:00'),
      '2019-06-18',
    ],
    [
      'a date with its zone before the year',
      meta('article:publicationdate', 'Tue Jun 18 21:30:09 EST 2019'),
      '2019-06-18',
    ],
    [
      'a time before a microformat',
      '<main><time datetime="2019-06-18"></time><abbr class="published" title="2020-01-01">1</abbr></main>',
      '2019-06-18',
    ],
    [
      'the text where a title is none',
      '<main><span itemprop="datePublished" title="Date of publication">18 June 2019</span></main>',
      '2019-06-18',
    ],
    [
      'no word that begins like a month',
      '<article><time>Decree 12, 2019</time><time>Marathon 26 2019</time></article>',
      null,
    ],
    ['a time element of the page', '<p><time datetime="2019-06-18T10:00">10:00</time></p>', '2019-06-18'],
    ['nothing', '<article><p>Text</p></article>', null],
  ];
  test.each(cases)('is taken from %s', (_, html, date) => {
    expect(facts(html).date).toBe(date);
  });

  test.each([
    ['de', '18. Juni 2019'],
    ['de-AT', 'Dienstag, 18. Juni 2019, 07:49 Uhr'],
    ['fr', 'Publié le 18 juin 2019'],
    ['es', '18 de junio de 2019'],
    ['pt-BR', '18 de junho de 2019'],
    ['ru', '18 июня 2019 г.'],
    ['uk', '18 червня 2019'],
    ['sr-Latn', '18. jun 2019.'],
    ['sr', '18. јун 2019.'],
    ['pl', '18 czerwca 2019'],
    ['cs', '18. června 2019'],
    ['it', '18 giugno 2019'],
    ['tr', '18 Haziran 2019'],
    ['nl', '18 juni 2019'],
    ['und', '18 June 2019'],
    ['sr', '18. jun 2019.'],
    ['sr-RS', '18. jun 2019.'],
    ['de-AT', '18. Juni 2019'],
    ['tr', '18 HAZİRAN 2019'],
    ['fi', '18. kesäkuuta 2019'],
    ['fa', '18 ژوئن 2019'],
    ['no-such-language-tag', '18 June 2019'],
  ])('is read in the language of the page: %s', (lang, text) => {
    expect(facts(`<article lang="${lang}"><time>${text}</time></article>`).date).toBe('2019-06-18');
  });

  test.each([
    ['https://news.test/2019/06/18/cameras/', '2019-06-18'],
    ['https://news.test/2019-06-18-cameras', '2019-06-18'],
    ['https://news.test/world/2019/06/18', '2019-06-18'],
    ['https://news.test/2019/06/cameras', null],
    ['https://news.test/?from=/2019/06/18/', null],
    ['https://news.test/2019/18/06/cameras', null],
  ])('is taken from the address at last: %s', (url, date) => {
    expect(facts('<p>Text</p>', url).date).toBe(date);
  });
});

describe('the addresses of the page', () => {
  test('are its own, the canonical one and that of Open Graph', () => {
    const html =
      '<link rel="canonical" href="/politics/story-1?x=1">' +
      meta('og:url', 'https://m.news.test/story-1', 'property');
    expect(facts(html).urls).toEqual([
      URL,
      'https://news.test/politics/story-1?x=1',
      'https://m.news.test/story-1',
    ]);
  });

  test('are each there once, and only web addresses', () => {
    const html = `<link rel="canonical" href="${URL}">${meta('og:url', 'javascript:alert(1)', 'property')}`;
    expect(facts(html).urls).toEqual([URL]);
    expect(facts('<link rel="canonical" href="https://[">').urls).toEqual([URL]);
  });
});

describe('the titles of the page', () => {
  test('are its title, headline, Open Graph title and JSON-LD headline, each once', () => {
    const html =
      '<title>Cameras for Belgrade – News</title>' +
      meta('og:title', 'Belgrade gets cameras', 'property') +
      jsonLd(article({ headline: 'Cameras for Belgrade, by Huawei' })) +
      '<h1>The News</h1><article><h1> Cameras\n for <i>Belgrade</i></h1></article>';
    expect(facts(html).titles).toEqual([
      'Cameras for Belgrade – News',
      'Cameras for Belgrade',
      'The News',
      'Belgrade gets cameras',
      'Cameras for Belgrade, by Huawei',
    ]);
  });

  test('are none on a page without', () => {
    expect(facts('<p>Text</p>').titles).toEqual([]);
    expect(facts(jsonLd(article({ headline: { '@value': 'x' } }))).titles).toEqual([]);
  });
});

describe('the language of the page', () => {
  test.each([
    ['<html lang="sr-Latn"><p>x</p>', 'sr-Latn'],
    ['<html lang="en"><article lang="sr">x</article>', 'sr'],
    [meta('og:locale', 'en_US', 'property'), 'en-US'],
    [jsonLd(article({ inLanguage: 'de' })), 'de'],
    ['<html lang=""><meta http-equiv="content-language" content="fr">', 'fr'],
    [meta('content-language', 'en, de'), null],
    [jsonLd(article({ inLanguage: { name: 'German' } })), null],
    ['<p>x</p>', null],
  ])('%s', (html, lang) => {
    expect(facts(html).lang).toBe(lang);
  });
});

test('a page with nothing in it has no facts but its address', () => {
  expect(facts('')).toEqual({ date: null, urls: [URL], titles: [], lang: null });
});
