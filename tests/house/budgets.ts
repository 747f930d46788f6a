/**
 * What the extension may cost, in one place: what its scripts may weigh (`npm test` looks), and what the benchmarks may measure
 * (`npm run bench` looks, and `--all` puts each figure beside its budget). Raising a number needs a reason in the commit that
 * does it.
 */

/**
 * Gzipped bytes on a page. The scout runs on every page that is opened, the sheet beside it; the mentions script on articles;
 * the hands once the pointer moves there; the card script once a card is asked for.
 */
export const WEIGHTS: Readonly<Record<string, number>> = {
  // The glance, which is all of it that most pages run; classifier, settings and the two calls that a page without an article can
  // make; and whether the page has notes, which are kept on pages of every kind (about 1 kB).
  'scout.js': 11 * 1024,
  'assets/marks.css': 1024,
  // Reading and marking.
  'mentions.js': 22 * 1024,
  // Pointer, keyboard and messages, once a hand moves over a page with marks.
  'hands.js': 10 * 1024,
  'card.js': 30 * 1024,
  // Only when a reader cites, reports, rules out or asks why. It has its own copy of Preact.
  'card-tools.js': 14 * 1024,
  // Only where a page has notes or words are selected: reading, finding passages again, and the note's own form.
  'content-scripts/notes.js': 40 * 1024,
};

/** What a figure must keep to. The name is its way in the JSON of `npm run bench`. */
export interface Budget {
  readonly figure: string;
  readonly most?: number;
  readonly least?: number;
  readonly unit: string;
  /** What it says, for people. */
  readonly about: string;
  /** For times: what tells a fast machine from a slow one. */
  readonly yardstick?: Yardstick;
}

/**
 * Something else that is timed in the same run, and what it took on the machine that the budget was set on (two shared cores,
 * November 2026). A budget grows and shrinks with it, which makes a ratio of a time: the same scripts take six to thirteen
 * times as long where fresh memory is slow.
 */
export interface Yardstick {
  readonly figure: string;
  readonly was: number;
}

const WRAPPING: Yardstick = { figure: 'pages.wrapping10kMs', was: 13 };
/** For what the worker does. */
const WAKING: Yardstick = { figure: 'matcher.wakeMs', was: 42 };

/** Ratios were taken side by side in one run, so they hold on any machine; times go by a yardstick. */
export const FIGURES: readonly Budget[] = [
  {
    figure: 'matcher.floorRatio.5000',
    most: 3.5,
    unit: '×',
    about: 'matching 5,000 names, beside one look at each character',
  },
  {
    figure: 'matcher.floorRatio.50000',
    most: 4.5,
    unit: '×',
    about: 'matching 50,000 names, beside the same',
  },
  {
    figure: 'matcher.floorRatio.1000000',
    most: 6.5,
    unit: '×',
    about: 'matching a million names, beside the same',
  },
  {
    figure: 'matcher.timesFasterThanFastestPeer.5000',
    least: 10,
    unit: '×',
    about: 'faster than the fastest package that finds the same',
  },
  {
    figure: 'matcher.timesFasterThanRegExp.5000',
    least: 25,
    unit: '×',
    about: 'faster than a regular expression of the names',
  },
  { figure: 'matcher.bytesPerForm', most: 40, unit: 'B', about: 'of the index for each form of a name' },
  { figure: 'matcher.buildMs5k', most: 50, unit: 'ms', about: 'building the index of 5,000 names' },
  { figure: 'matcher.loadMs5k', most: 1, unit: 'ms', about: 'opening it' },
  { figure: 'matcher.buildMs1M', most: 3000, unit: 'ms', about: 'building the index of a million names' },
  { figure: 'matcher.residentMb100k', most: 12, unit: 'MB', about: 'for 100,000 names in the worker' },
  {
    figure: 'matcher.coldMs10kWords',
    most: 6,
    unit: 'ms',
    about: 'a first look at 10,000 words',
    yardstick: { figure: 'matcher.coldRegExpMs2kWords', was: 31 },
  },
  {
    figure: 'matcher.firstAnswerMs100k',
    most: 100,
    unit: 'ms',
    about: 'a first answer with 100,000 names, the worker asleep',
    yardstick: WAKING,
  },
  {
    figure: 'pages.notArticleMs',
    most: 1,
    unit: 'ms',
    about: 'of main thread on a page that is no article',
    yardstick: WRAPPING,
  },
  {
    figure: 'pages.article2kMs',
    most: 6,
    unit: 'ms',
    about: 'of main thread on an article of 2,000 words',
    yardstick: WRAPPING,
  },
  {
    figure: 'pages.article10kMs',
    most: 10,
    unit: 'ms',
    about: 'of main thread on an article of 10,000 words',
    yardstick: WRAPPING,
  },
  {
    figure: 'pages.monsterMs',
    most: 90,
    unit: 'ms',
    about: 'of main thread on a page of 200,000 words',
    yardstick: WRAPPING,
  },
  {
    figure: 'pages.longestSliceMs',
    most: 8,
    unit: 'ms',
    about: 'the longest that a page is held up',
    yardstick: WRAPPING,
  },
  {
    figure: 'pages.hoverMs10k',
    most: 0.3,
    unit: 'ms',
    about: 'for each movement of the pointer',
    yardstick: WRAPPING,
  },
  { figure: 'pages.memoryMb', most: 2, unit: 'MB', about: 'of memory in each tab' },
  {
    figure: 'pages.soakHeapGrowthPercent',
    most: 5,
    unit: '%',
    about: 'of heap grown in an hour of live blog',
  },
  { figure: 'pages.layouts', most: 0, unit: '', about: 'layouts forced' },
  { figure: 'pages.styleRecalcs', most: 0, unit: '', about: 'computations of style forced' },
  {
    figure: 'pages.timesLessThanMarkJs10k',
    least: 50,
    unit: '×',
    about: 'less than mark.js on 10,000 words',
  },
  { figure: 'pages.timesLessThanWrapping2k', least: 1, unit: '×', about: 'less than wrapping, 2,000 words' },
  {
    figure: 'pages.timesLessThanWrapping10k',
    least: 1,
    unit: '×',
    about: 'less than wrapping, 10,000 words',
  },
  {
    figure: 'pages.timesLessThanWrapping200k',
    least: 1,
    unit: '×',
    about: 'less than wrapping, 200,000 words',
  },
  { figure: 'card.p95WarmMs', most: 50, unit: 'ms', about: 'from the end of the dwell to the painted card' },
  {
    figure: 'updates.deltaPercentOfFull',
    most: 3,
    unit: '%',
    about: 'of the dataset in a delta of 1 % changed',
  },
  {
    figure: 'updates.swap1kMs',
    most: 300,
    unit: 'ms',
    about: 'until 1,000 entities are current',
  },
  {
    figure: 'updates.swap100kMs',
    most: 10_000,
    unit: 'ms',
    about: 'until 100,000 entities are current',
    yardstick: WAKING,
  },
  {
    figure: 'updates.longestBlockMs',
    most: 50,
    unit: 'ms',
    about: 'that a card waits longer meanwhile, when cards are asked for all the time',
    yardstick: WAKING,
  },
  { figure: 'library.searchP95Ms', most: 50, unit: 'ms', about: 'an answer from 50,000 notes' },
  {
    figure: 'library.reattachedPercent',
    least: 95,
    unit: '%',
    about: 'of passages found again where their text survives',
  },
  {
    figure: 'library.wronglyAttachedPercent',
    most: 0.5,
    unit: '%',
    about: 'of passages attached to other words',
  },
  { figure: 'sizes.contentScriptGz', most: 30 * 1024, unit: 'B', about: 'the script on articles, gzipped' },
  { figure: 'sizes.cardScriptGz', most: 30 * 1024, unit: 'B', about: 'the card script, gzipped' },
];
