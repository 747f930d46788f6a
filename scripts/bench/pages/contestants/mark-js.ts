/** mark.js on the same names, as its documentation shows it: whole words, each name by itself. */
import Mark from 'mark.js';

declare const NAMES: readonly string[];

new Mark(document.body).mark([...NAMES], { separateWordSearch: false, accuracy: 'exactly' });
