/** The few words that the page’s own scripts say: to screen readers, and in a notice. Same pattern as src/ui/strings.ts. */

export const ANNOUNCE = {
  found: (mentions: number, entities: number) =>
    `Sidelight: ${mentions} ${mentions === 1 ? 'mention' : 'mentions'} of ${entities} ${entities === 1 ? 'entity' : 'entities'}`,
  paused: 'Sidelight is paused on this page',
  goesOn: 'Sidelight goes on',
};

export const NOTICE = {
  stopped:
    'Sidelight was updated or switched off. Its marks are back when the page is reloaded and it is on.',
  noAccess: 'Sidelight may no longer read this site.',
  reload: 'Reload',
  close: 'Close',
};
