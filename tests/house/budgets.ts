/**
 * What the extension may weigh on every page, in gzipped bytes. The mentions script runs on every page that is opened;
 * the card script once a card is asked for. Raising a number needs a reason in the commit that does it.
 */
export const BUDGETS: Readonly<Record<string, number>> = {
  // Reading, spotting and choosing in one script. On pages that are no articles most of it is not needed: staging it behind
  // the classifier is open work, and will bring this below 12 kB. 28 since units are told by number (cold pages) and the
  // card is given its sentence.
  'content-scripts/mentions.js': 28 * 1024,
  'content-scripts/card.js': 30 * 1024,
  // Only where a page has notes or words are selected: reading, finding passages again, and the note's own form.
  'content-scripts/notes.js': 40 * 1024,
};
