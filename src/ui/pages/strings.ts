/** Every word of the extension's own pages (panel, popup, settings, welcome) that the card does not say, in English. */

/** Tables by the names under which locales translate them. */
export const PAGE_TABLES = {};
