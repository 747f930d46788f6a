/**
 * What the extension may weigh on every page, in gzipped bytes. The mentions script runs on every page that is opened;
 * the card script once a card is asked for. Raising a number needs a reason in the commit that does it.
 */
export const BUDGETS: Readonly<Record<string, number>> = {
  'content-scripts/mentions.js': 12 * 1024,
  'content-scripts/card.js': 30 * 1024,
};
