/** The few words that the page's script says by itself, to screen readers only. Same pattern as src/ui/strings.ts. */

export const ANNOUNCE = {
  found: (mentions: number, entities: number) =>
    `Sidelight: ${mentions} ${mentions === 1 ? 'mention' : 'mentions'} of ${entities} ${entities === 1 ? 'entity' : 'entities'}`,
  paused: 'Sidelight is paused on this page',
  goesOn: 'Sidelight goes on',
};
