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
  // Classifier, settings and the two calls that a page without an article can make; and whether the page has notes, which are
  // kept on pages of every kind (about 1 kB).
  'scout.js': 10 * 1024,
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
}

/**
 * Ratios were taken side by side in one run, so they hold on any machine. Times are those of two shared cores, and on another
 * machine say less.
 */
export const FIGURES: readonly Budget[] = [
  {
    figure: 'matcher.floorRatio.5000',
    most: 3.5,
    unit: '×',
    about: 'matching 5,000 names, beside one look at each character',
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
  { figure: 'matcher.coldMs10kWords', most: 10, unit: 'ms', about: 'a first look at 10,000 words' },
  {
    figure: 'pages.article10kMs',
    most: 10,
    unit: 'ms',
    about: 'of main thread on an article of 10,000 words',
  },
  { figure: 'pages.longestSliceMs', most: 50, unit: 'ms', about: 'the longest that a page is held up' },
  { figure: 'pages.layouts', most: 0, unit: '', about: 'layouts forced' },
  { figure: 'pages.styleRecalcs', most: 0, unit: '', about: 'computations of style forced' },
  {
    figure: 'pages.timesLessThanMarkJs10k',
    least: 50,
    unit: '×',
    about: 'less than mark.js on 10,000 words',
  },
  { figure: 'card.p95WarmMs', most: 50, unit: 'ms', about: 'from the end of the dwell to the painted card' },
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
