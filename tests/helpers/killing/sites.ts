/** What the tables of killing/rows.ts and the releases that they are about agree on. */

export const CORE_SITE = 'https://core.example/';
export const ADDED_SITE = 'https://added.example/';

/** The entities of every release. */
export const IDS: readonly string[] = Array.from({ length: 4 }, (_, i) => `e-${i}`);
