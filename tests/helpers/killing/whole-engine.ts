/** The library page's engine as it starts in its worker, for a process of killing/extension.ts. */
import '../../../entrypoints/library/engine.ts';

export const name = 'engine';
