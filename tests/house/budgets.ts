/**
 * What the extension may weigh on every page, in gzipped bytes. The mentions script runs on every page that is opened;
 * the card script once a card is asked for. Raising a number needs a reason in the commit that does it.
 */
export const BUDGETS: Readonly<Record<string, number>> = {
  // Reading, spotting and choosing in one script. On pages that are no articles most of it is not needed: staging it behind
  // the classifier is open work, and will bring this below 12 kB. 28 since units are told by number (cold pages) and the
  // card is given its sentence; 31 since every page obeys the reader's settings (1.7 kB to read them), tells a pointer that
  // sweeps or makes for its card, and answers a side panel when it has changed.
  'content-scripts/mentions.js': 31 * 1024,
  // 31 since a card says how old its dataset is, when its updates have stopped, and which dataset it comes from.
  'content-scripts/card.js': 31 * 1024,
};
