/**
 * What the extension may weigh on a page, in gzipped bytes. The scout runs on every page that is opened, the sheet beside
 * it; the mentions script on articles; the card script once a card is asked for. Raising a number needs a reason in the
 * commit that does it.
 */
export const BUDGETS: Readonly<Record<string, number>> = {
  // Classifier, settings and the two calls that a page without an article can make; and whether the page has notes, which are
  // kept on pages of every kind (about 1 kB).
  'scout.js': 10 * 1024,
  'assets/marks.css': 1024,
  // Reading, spotting, choosing, pointer and keyboard.
  'mentions.js': 30 * 1024,
  'card.js': 30 * 1024,
  // Only when a reader cites, reports, rules out or asks why. It has its own copy of Preact.
  'card-tools.js': 14 * 1024,
  // Only where a page has notes or words are selected: reading, finding passages again, and the note's own form.
  'content-scripts/notes.js': 40 * 1024,
};
