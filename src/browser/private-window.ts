/** Private windows: nothing that is done there is stored. */
import { browser } from './page-api.ts';

/** Whether this script runs in a private window. */
export function isPrivateWindow(): boolean {
  return browser.extension?.inIncognitoContext ?? false;
}
