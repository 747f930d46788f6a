/** The form of the engine's arguments. Its only caller is the page that started it, built together with it: nothing else can send. */
import type { ToLibrary } from '../messages/to-library.ts';

type Forms = { readonly [K in keyof ToLibrary]: (argument: unknown) => unknown };

const asIs = (argument: unknown) => argument;

export const engineArguments: Forms = {
  open: asIs,
  search: asIs,
  findIds: asIs,
  facets: asIs,
  notes: asIs,
  factStates: asIs,
  cards: asIs,
  change: asIs,
  bulk: asIs,
  undo: asIs,
  undoable: asIs,
  exportFile: asIs,
  previewImport: asIs,
  importHints: asIs,
  commitImport: asIs,
  dropImport: asIs,
  health: asIs,
  checkIntegrity: asIs,
  mend: asIs,
  drill: asIs,
  eraseAll: asIs,
};
