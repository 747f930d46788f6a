/** The closed word lists of the dataset. They are data-model, not presentation: the interface translates them by key. */

/** What an entity is. People are never entities. */
export const KINDS = [
  'vendor',
  'product',
  'project',
  'programme',
  'investigation',
  'law',
  'ruling',
  'instrument',
  'sanction',
  'organisation',
  'authority',
] as const;
export type Kind = (typeof KINDS)[number];

/** In what way the speaker of a statement says or does it. `states` is the neutral one. */
export const ACTS = [
  'states',
  'asserts',
  'confirms',
  'denies',
  'alleges',
  'finds',
  'reports',
  'estimates',
  'plans',
  'announces',
  'publishes',
  'deletes',
  'signs',
  'buys',
  'sells',
  'deploys',
  'tests',
  'adopts',
  'amends',
  'withdraws',
  'orders',
  'rules',
  'fines',
  'bans',
  'sanctions',
  'charges',
  'sues',
  'settles',
  'refuses',
  'requests',
  'promises',
  'warns',
  'criticises',
  'defends',
] as const;
export type Act = (typeof ACTS)[number];

/** What kind of document carries the statement. */
export const BASES = [
  'official-text',
  'court-text',
  'company-text',
  'leak',
  'research',
  'reporting',
] as const;
export type Basis = (typeof BASES)[number];

/** Bases that are the primary document of what they say: one of them is enough to carry an allegation. */
export const PRIMARY_BASES: readonly Basis[] = ['official-text', 'court-text', 'company-text', 'leak'];

export const STANDINGS = ['current', 'disputed', 'corrected', 'superseded', 'retracted'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Figures are compared only with figures of the same property. */
export const AMOUNT_PROPERTIES = [
  'planned',
  'ordered',
  'installed',
  'capable',
  'tested',
  'used',
  'counted',
  'affected',
  'paid',
  'fined',
] as const;
export type AmountProperty = (typeof AMOUNT_PROPERTIES)[number];

export const RELATIONS = [
  'supplied-by',
  'operated-by',
  'owned-by',
  'made-by',
  'developed-by',
  'part-of',
  'deployment-of',
  'uses',
  'used-by',
  'documented-by',
  'investigated-by',
  'supervised-by',
  'governed-by',
  'challenged-by',
  'struck-down-by',
  'applies-to',
  'implements',
  'acquired-by',
  'regulates',
  'enforced-by',
  'adopted-by',
  'amends',
  'replaced-by',
  'sanctioned-under',
  'banned-under',
  'fined-under',
  'fined-by',
  'sued-by',
  'funded-by',
  'member-of',
  'detected-by',
  'partner-of',
  'successor-of',
  'related-to',
] as const;
export type RelationType = (typeof RELATIONS)[number];

/** Dated states of a law, per jurisdiction. */
export const LAW_STATES = [
  'draft',
  'adopted',
  'in-force',
  'applies',
  'suspended',
  'amended',
  'withdrawn',
  'repealed',
  'annulled',
  'lapsed',
  'under-appeal',
] as const;
export type LawState = (typeof LAW_STATES)[number];

/** Who stands behind a source, where it bears on how to read it. */
export const INTERESTS = ['ngo', 'company', 'government', 'state-media', 'partisan', 'academic'] as const;
export type Interest = (typeof INTERESTS)[number];
