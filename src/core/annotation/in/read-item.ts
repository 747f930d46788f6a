/** One item of a JSON file of notes, whichever program wrote it. */
import { type Fields, isFields } from '../fields.ts';
import { problem } from '../item-problem.ts';
import { EXPORT_FORMAT } from '../out/json-ld.ts';
import { isHypothesisAnnotation, readHypothesis } from './hypothesis.ts';
import { isCslItem, type ReadReference, readCsl } from './references.ts';
import { isW3cAnnotation, readW3c } from './w3c.ts';

/** Notes have ten levels at most; comparing or storing what has ten thousand would exhaust the stack. */
const DEEPEST = 40;

/** The notes in the text of one item: a reference may carry several. `now` stands in for a date that is missing. */
export function readItem(source: string, now: string): readonly ReadReference[] {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return [problem('bad-json', error instanceof Error ? error.message : String(error))];
  }
  if (isDeeper(value, DEEPEST)) return [problem('too-deep')];
  if (isW3cAnnotation(value)) return [readW3c(value, now)];
  if (isHypothesisAnnotation(value)) return [readHypothesis(value)];
  if (isCslItem(value)) return readCsl(value, now);
  return [problem('unknown-form', fieldsOf(value))];
}

/** The format that a file of ours says it has; null when it says none. */
function statedFormat(head: string): number | null {
  const match = /"export"\s*:\s*\{\s*"format"\s*:\s*(\d+)/.exec(head);
  return match ? Number(match[1]) : null;
}

/** True for a file that a newer version of Sidelight wrote: what is in it may mean something else there. */
export function isNewerFormat(head: string): boolean {
  return (statedFormat(head) ?? 0) > EXPORT_FORMAT;
}

/** How many notes a file of ours says it holds. */
export function statedCount(head: string): number | null {
  const match = /"export"\s*:\s*\{[^}]*"notes"\s*:\s*(\d+)/.exec(head);
  return match ? Number(match[1]) : null;
}

/** Names of its first fields: by them somebody may tell which program wrote it. */
function fieldsOf(value: unknown): string {
  return isFields(value)
    ? Object.keys(value as Fields)
        .slice(0, 4)
        .join(', ')
    : '';
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}
