/**
 * The weights of choosing. They are few on purpose; DESIGN.md tells how each was set and what it trades.
 * Points add up; a reading is accepted from THRESHOLD on.
 */
import type { Scope } from './reasons.ts';

/** A name that the dataset lets stand by itself. */
export const PLAIN_NAME = 2;
/** A name that asks for support: it starts low, and its needs must be met besides. */
export const NEEDY_NAME = 0.5;
/** A cue word, by how near it stands. Counted once for each need it meets. */
export const CUE: Readonly<Record<Scope, number>> = { sentence: 1.5, paragraph: 1, page: 0.5 };
/** An entity that the alias asks for. */
export const NEEDED_ENTITY: Readonly<Record<Scope, number>> = { sentence: 1.5, paragraph: 1.25, page: 1 };
/** The entity's full name stands in the text. */
export const FULL_NAME = 2;
/** A needy name beside a capitalised word that nothing is known of: one cue is not enough then. */
export const OTHER_NAME = -1.5;
/** An abbreviation that the text defines as something else: nothing outweighs that. */
export const DEFINED_OTHERWISE = -8;
/** The dataset links the entity to another one on the page. Counted once. */
export const LINKED_ENTITY = 0.5;
/** The alias is in the page's language. */
export const SAME_LANGUAGE = 0.25;
/** Accepted from here on. */
export const THRESHOLD = 1;
/** A name with so many points means the same elsewhere on the page, whatever stands beside it: “Axon Body” on a page about Axon. */
export const SURE = 2;
/** Two readings of the same words are told apart only by at least this much. */
export const CLEAR_LEAD = 0.5;
