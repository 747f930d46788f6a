/**
 * The MUSTs of the Web Annotation Data Model (W3C Recommendation, 23 February 2017, https://www.w3.org/TR/annotation-model/),
 * as far as anything written here uses them. Sections are named beside the rules.
 */

type Json = Readonly<Record<string, unknown>>;

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** 3.3.5 Motivation and Purpose. */
const MOTIVATIONS =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  );
/** Keys that the model's context gives a meaning, of what may stand here. */
const KEYS = new Set(
  '@context id type motivation created modified generated creator generator audience rights canonical via body bodyValue target purpose source selector state renderedVia styleClass scope value format language processingLanguage textDirection exact prefix suffix start end startSelector endSelector refinedBy conformsTo sourceDate sourceDateStart sourceDateEnd cached name nickname email homepage items partOf next prev startIndex total first last label'.split(
    ' ',
  ),
);
const PREFIXES = new Set('oa dc dcterms dctypes foaf rdf rdfs skos xsd iana owl as schema'.split(' '));
const AGENTS = ['Person', 'Organization', 'Software'];
const SELECTORS =
  'FragmentSelector CssSelector XPathSelector TextQuoteSelector TextPositionSelector DataPositionSelector SvgSelector RangeSelector'.split(
    ' ',
  );

/** What a page of annotations (5.2), with its annotations, breaks. */
export function pageFaults(value: unknown): string[] {
  const faults: string[] = [];
  const page = record(value, 'page', faults);
  if (!page) return faults;
  const contexts = context(page, faults);
  mustBe(isIri(page.id), 'page: exactly 1 IRI that identifies it', faults);
  mustBe(types(page).includes('AnnotationPage'), 'page: the AnnotationPage class', faults);
  mustBe(
    page.startIndex === undefined || isNatural(page.startIndex),
    'page: startIndex is a natural number',
    faults,
  );
  mustBe(Array.isArray(page.items), 'page: a list of items', faults);
  for (const [i, item] of [page.items].flat().entries()) annotation(item, `item ${i}`, contexts, faults);
  const ids = [page.items].flat().map((item) => (item as Json | null)?.id);
  mustBe(new Set(ids).size === ids.length, 'page: no two items with one id', faults);
  if (page.generator !== undefined) agent(page.generator, 'page.generator', contexts, faults);
  known(page, 'page', contexts, faults);
  return faults;
}

/** 3.1: also what a processor needs to know our own words by. */
function context(page: Json, faults: string[]): ReadonlySet<string> {
  const given = page['@context'];
  const all = [given].flat();
  mustBe(all.includes(CONTEXT), `@context: ${CONTEXT} is one of its values`, faults);
  mustBe(!Array.isArray(given) || given.length > 1, '@context: a single value is a string', faults);
  return new Set(all.flatMap((item) => (typeof item === 'object' && item ? Object.keys(item) : [])));
}

function annotation(value: unknown, at: string, contexts: ReadonlySet<string>, faults: string[]): void {
  const item = record(value, at, faults);
  if (!item) return;
  mustBe(isIri(item.id), `${at}: exactly 1 IRI that identifies it`, faults);
  mustBe(types(item).includes('Annotation'), `${at}: the Annotation class`, faults);
  mustBe(item.target !== undefined && [item.target].flat().length > 0, `${at}: 1 or more targets`, faults);
  mustBe(
    item.body === undefined || item.bodyValue === undefined,
    `${at}: body or bodyValue, not both`,
    faults,
  );
  for (const [i, body] of list(item.body).entries()) resource(body, `${at}.body ${i}`, contexts, faults);
  for (const [i, target] of list(item.target).entries())
    resource(target, `${at}.target ${i}`, contexts, faults);
  mustBe(
    list(item.motivation).every((word) => MOTIVATIONS.includes(word as string) || isIri(word)),
    `${at}: motivations are of the model or IRIs`,
    faults,
  );
  lifecycle(item, at, contexts, faults);
  known(item, at, contexts, faults);
}

/** 3.2 Bodies and targets: a resource of the web, a text that is embedded, or a specific resource. */
function resource(value: unknown, at: string, contexts: ReadonlySet<string>, faults: string[]): void {
  if (typeof value === 'string') {
    mustBe(isIri(value), `${at}: an IRI`, faults);
    return;
  }
  const item = record(value, at, faults);
  if (!item) return;
  lifecycle(item, at, contexts, faults);
  known(item, at, contexts, faults);
  for (const key of ['purpose'])
    mustBe(
      list(item[key]).every((word) => MOTIVATIONS.includes(word as string) || isIri(word)),
      `${at}.${key}: of the model or an IRI`,
      faults,
    );
  mustBe(
    item.textDirection === undefined || ['ltr', 'rtl', 'auto'].includes(item.textDirection as string),
    `${at}.textDirection`,
    faults,
  );
  mustBe(list(item.language).every(isLanguage), `${at}.language: language tags`, faults);
  mustBe(
    list(item.format).every((format) => /^[\w.+-]+\/[\w.+-]+$/.test(String(format))),
    `${at}.format`,
    faults,
  );
  if (types(item).includes('TextualBody') || 'value' in item) {
    mustBe(typeof item.value === 'string', `${at}: a TextualBody has exactly 1 value`, faults);
    mustBe(item.id === undefined || isIri(item.id), `${at}.id: an IRI`, faults);
    return;
  }
  const isSpecific = types(item).includes('SpecificResource') || 'source' in item || 'selector' in item;
  if (!isSpecific) {
    mustBe(isIri(item.id), `${at}: a resource of the web has exactly 1 IRI`, faults);
    mustBe(item.purpose === undefined, `${at}: only bodies have a purpose`, faults);
    return;
  }
  mustBe(item.source !== undefined && !Array.isArray(item.source), `${at}: exactly 1 source`, faults);
  if (typeof item.source === 'string') mustBe(isIri(item.source), `${at}.source: an IRI`, faults);
  else resource(item.source, `${at}.source`, contexts, faults);
  for (const [i, one] of list(item.selector).entries())
    selector(one, `${at}.selector ${i}`, contexts, faults);
  for (const [i, one] of list(item.state).entries()) timeState(one, `${at}.state ${i}`, contexts, faults);
}

/** 4.2 */
function selector(value: unknown, at: string, contexts: ReadonlySet<string>, faults: string[]): void {
  if (typeof value === 'string') {
    mustBe(isIri(value), `${at}: an IRI`, faults);
    return;
  }
  const item = record(value, at, faults);
  if (!item) return;
  const [type, ...more] = types(item).filter((name) => SELECTORS.includes(name));
  mustBe(type !== undefined && more.length === 0, `${at}: exactly 1 class of selectors`, faults);
  if (type === 'TextQuoteSelector') {
    mustBe(typeof item.exact === 'string', `${at}: exactly 1 exact`, faults);
    for (const key of ['prefix', 'suffix'])
      mustBe(
        item[key] === undefined || typeof item[key] === 'string',
        `${at}: no more than 1 ${key}`,
        faults,
      );
  } else if (type === 'TextPositionSelector' || type === 'DataPositionSelector') {
    mustBe(isNatural(item.start) && isNatural(item.end), `${at}: start and end are natural numbers`, faults);
    mustBe(Number(item.start) <= Number(item.end), `${at}: it does not end before it starts`, faults);
  } else if (type === 'RangeSelector') {
    selector(item.startSelector, `${at}.startSelector`, contexts, faults);
    selector(item.endSelector, `${at}.endSelector`, contexts, faults);
  } else if (type !== 'SvgSelector') mustBe(typeof item.value === 'string', `${at}: exactly 1 value`, faults);
  for (const [i, one] of list(item.refinedBy).entries())
    selector(one, `${at}.refinedBy ${i}`, contexts, faults);
  known(item, at, contexts, faults);
}

/** 4.3.1 */
function timeState(value: unknown, at: string, contexts: ReadonlySet<string>, faults: string[]): void {
  const item = record(value, at, faults);
  if (!item) return;
  mustBe(types(item).includes('TimeState'), `${at}: the TimeState class`, faults);
  for (const key of ['sourceDate', 'sourceDateStart', 'sourceDateEnd'])
    mustBe(list(item[key]).every(isInstant), `${at}.${key}: an xsd:dateTime in UTC`, faults);
  mustBe('sourceDateStart' in item === 'sourceDateEnd' in item, `${at}: a start has an end`, faults);
  mustBe(!('sourceDate' in item && 'sourceDateStart' in item), `${at}: a day or a span, not both`, faults);
  mustBe(list(item.cached).every(isIri), `${at}.cached: IRIs`, faults);
  known(item, at, contexts, faults);
}

/** 3.3.1 and 3.3.2 */
function lifecycle(item: Json, at: string, contexts: ReadonlySet<string>, faults: string[]): void {
  for (const key of ['created', 'modified', 'generated'])
    mustBe(item[key] === undefined || isInstant(item[key]), `${at}.${key}: 1 xsd:dateTime in UTC`, faults);
  for (const key of ['creator', 'generator'])
    for (const one of list(item[key])) agent(one, `${at}.${key}`, contexts, faults);
}

function agent(value: unknown, at: string, contexts: ReadonlySet<string>, faults: string[]): void {
  if (typeof value === 'string') {
    mustBe(isIri(value), `${at}: an IRI`, faults);
    return;
  }
  const item = record(value, at, faults);
  if (!item) return;
  mustBe(item.id === undefined || isIri(item.id), `${at}.id: no more than 1 IRI`, faults);
  mustBe(
    types(item).some((type) => AGENTS.includes(type)),
    `${at}: a class of agents`,
    faults,
  );
  known(item, at, contexts, faults);
}

/** What no context explains is lost to every other program. */
function known(item: Json, at: string, contexts: ReadonlySet<string>, faults: string[]): void {
  for (const key of Object.keys(item)) {
    const prefix = /^([a-z]+):/.exec(key)?.[1];
    mustBe(
      KEYS.has(key) ||
        contexts.has(key) ||
        (prefix !== undefined && (PREFIXES.has(prefix) || contexts.has(prefix))),
      `${at}: ${key} has a meaning`,
      faults,
    );
  }
}

function record(value: unknown, at: string, faults: string[]): Json | null {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  mustBe(isRecord, `${at}: an object`, faults);
  return isRecord ? (value as Json) : null;
}

function mustBe(holds: boolean, rule: string, faults: string[]): void {
  if (!holds) faults.push(rule);
}

function list(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}

function types(item: Json): string[] {
  return list(item.type).filter((type) => typeof type === 'string');
}

/** RFC 3987: a scheme, and none of the characters that may stand in no IRI. */
function isIri(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\u0000-\u0020<>"{}|\\^`]+$/i.test(value);
}

function isNatural(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isInstant(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function isLanguage(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(value);
}
