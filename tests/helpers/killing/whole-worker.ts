/** The worker as it starts in the browser, for a process of killing/extension.ts. */
import background from '../../../entrypoints/background.ts';

background.main();

export const name = 'worker';
