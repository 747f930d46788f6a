/** Every room of the gallery. */
import type { Room } from './state.ts';
import { CARD } from './states/card.tsx';
import { LIBRARY } from './states/library.tsx';
import { DATASETS, PANEL, POPUP, SETTINGS_PAGE, WELCOME } from './states/pages.tsx';

export const ROOMS: readonly Room[] = [CARD, POPUP, PANEL, LIBRARY, DATASETS, SETTINGS_PAGE, WELCOME];
