/** The few words of the notice that the page's script shows when it has to stop. Same pattern as src/ui/strings.ts. */

export const NOTICE = {
  stopped:
    'Sidelight was updated or switched off. Its marks are back when the page is reloaded and it is on.',
  noAccess: 'Sidelight may no longer read this site.',
  reload: 'Reload',
  close: 'Close',
};
