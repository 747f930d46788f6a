/**
 * Every rule of the checker by name, and what it holds people to: docs/dataset.md shows the same table, and a test compares
 * them. A finding cannot name a rule that is not here.
 */
export const RULES = {
  file: 'only plain .yaml files of the known folders: what stands elsewhere would be passed over in silence',
  yaml: 'UTF-8, plain YAML of at most 512 kB: no tabs, double keys, anchors, tags, hidden characters',
  schema: 'the fields and words of the record’s form; plain text without markup; http and https addresses',
  id: 'ids are unique, and a file has its record’s name',
  reference: 'entities, statements and cues that are named exist; about: names the file’s own entity',
  source: 'a source and passage that are cited stand in the file',
  unused: 'every passage is cited by something',
  summary: 'summaryFrom names statements',
  draft: 'nothing with missing: stands among the released',
  redirect: 'a redirect leads from an id that is gone to an entity that is there',
  withdrawn: 'what was removed is gone, what was superseded is there and says so',
  updates: 'the root metadata that the settings name is there',
  place: 'a place is a code of ISO 3166-1, EU, XK or INT',
  date: 'nothing is reported before it happened, read before it was published, or done tomorrow',
  weak: 'no statement rests on weak sources only',
  allegation:
    'an allegation has a primary document or two publishers, and an answer or a dated search for one',
  reply: 'every card that shows an allegation shows a reply to it',
  alias: 'a name, cue or veto can be found, and no name would match everywhere',
  collision: 'a name belongs to one entity, or all that list it say how to tell them apart',
  person: 'no person is an entity or a name',
  address: 'the publisher’s own address, without tracking parts, copies, try-out hosts',
  http: 'https where the publisher has it',
  'same-address': 'one address has one publisher, date and strength wherever it is cited',
  script: 'no letters that look like others',
  tone: 'no word that judges in our own voice',
  length: 'a summary of 110 characters, a statement of 240',
  passage: 'a passage copies at most twelve words at either end',
  repeated: 'a statement exists once',
  placeholder: 'nothing is left from the template',
  licence: 'every part of the dataset has a ground to be in it; what is under a licence names one that fits',
  coverage: 'no kind, place or language shrinks below its floor',
  review: 'a record is looked at again when it is due',
} as const;

export type RuleName = keyof typeof RULES;

/** Rules whose findings are always warnings: they hold no release back. (`allegation`, `licence` and `person` know both.) */
export const WARNINGS: readonly RuleName[] = ['http', 'same-address', 'length', 'review'];
