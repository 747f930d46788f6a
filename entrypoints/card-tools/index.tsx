import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createCardTools } from '../../src/ui/card-tools/door.tsx';

export default defineUnlistedScript(() => {
  // Injected twice (two quick first uses), the second run finds the door and leaves it alone.
  globalThis.sidelightTools ??= createCardTools();
});
