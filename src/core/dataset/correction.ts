/**
 * A correction: what a reader believes to be wrong in the dataset, as a small file. It is made on the reader's machine and
 * sent by nobody but the reader; maintainers read it with `dataset -- triage`.
 */
import type { Card, CardStatement } from './card.ts';
import { innerId } from './namespace.ts';

export interface Correction {
  /** Says what the file is, to people and programs that find it. */
  readonly kind: 'sidelight-correction';
  /** Id of the dataset, when it is one that the reader added. Not there for the core one. */
  readonly dataset?: string;
  /** Id of the entity it is about. */
  readonly entity: string;
  /** Id of the statement; null when it is about the entry as a whole. */
  readonly statement: string | null;
  /** The statement's text as the reader saw it: it may have changed since. */
  readonly text: string | null;
  readonly datasetVersion: string;
  /** What should be changed, in the reader's words. */
  readonly proposedChange: string;
  /** An address that backs the change; null when the reader gave none. */
  readonly source: string | null;
  /** The page the reader was on. Only there when the reader said so. */
  readonly page?: string;
}

export interface Proposal {
  readonly proposedChange: string;
  readonly source: string;
  /** The open page's address, or null to leave it out. */
  readonly page: string | null;
}

/** Lengths beyond which a file is a mistake or an attack. */
const MAX_TEXT = 4000;
const MAX_ADDRESS = 2000;

/** Builds the file's content. Empty answers become null; the page is named only where it was given. */
export function correctionOf(
  card: Pick<Card, 'id' | 'datasetVersion'>,
  statement: Pick<CardStatement, 'id' | 'text'> | null,
  { proposedChange, source, page }: Proposal,
): Correction {
  // Its maintainers know their ids as they stand in their own records.
  const { dataset, id } = innerId(card.id);
  return {
    kind: 'sidelight-correction',
    ...(dataset === null ? {} : { dataset }),
    entity: id,
    statement: statement ? innerId(statement.id).id : null,
    text: statement?.text.en ?? null,
    datasetVersion: card.datasetVersion,
    proposedChange: proposedChange.trim().slice(0, MAX_TEXT),
    source: source.trim() === '' ? null : source.trim().slice(0, MAX_ADDRESS),
    ...(page === null ? {} : { page }),
  };
}

/** The file as text, the same for the same correction. */
export function correctionFile(correction: Correction): string {
  return `${JSON.stringify(correction, null, 2)}\n`;
}

/** A name for the file that tells files apart. */
export function correctionFileName({ entity, statement }: Correction): string {
  return `sidelight-correction-${(statement ?? entity).replace(/[^a-z0-9-]+/g, '-')}.json`;
}

/** The address that opens a draft in the reader's mail program, without a recipient: that is the reader's choice. */
export function correctionMail(correction: Correction): string {
  const subject = `Sidelight: correction of ${correction.statement ?? correction.entity}`;
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(correctionFile(correction))}`;
}
