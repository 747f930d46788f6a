/** Ids outlive names: an entity that was merged or renamed leaves word of where it lives on, and notes follow. */

/** Where entities live on, by the ids they had; both as notes cite them, with their dataset's id. */
export type Redirects = ReadonlyMap<string, string>;

/** More steps than any chain of renamings has; a circle ends here. */
const MOST_STEPS = 16;

/** The id of an entity or a statement as it is today. A statement moves with the entity it is told under. */
export function liveId(id: string, redirects: Redirects): string {
  if (redirects.size === 0) return id;
  const slash = id.indexOf('/');
  let home = slash < 0 ? id : id.slice(0, slash);
  for (let i = 0; i < MOST_STEPS; i++) {
    const next = redirects.get(home);
    if (next === undefined) break;
    home = next;
  }
  return slash < 0 ? home : home + id.slice(slash);
}

/** Every id that this one went by, its present one included. */
export function idsOf(id: string, redirects: Redirects): string[] {
  const live = liveId(id, redirects);
  const slash = live.indexOf('/');
  const [home, rest] = slash < 0 ? [live, ''] : [live.slice(0, slash), live.slice(slash)];
  const former = [...redirects.keys()].filter((from) => liveId(from, redirects) === home);
  return [...new Set([id, live, ...former.map((from) => from + rest)])];
}
