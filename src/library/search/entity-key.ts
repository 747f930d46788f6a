/** How an entity stands in a segment's list of names: with what is shown of it. */
import type { LinkedEntity } from '../../core/annotation/annotation.ts';

export function entityKey({ id, name, kind }: LinkedEntity): string {
  return JSON.stringify([id, name, kind]);
}

/** The entity of a key that `entityKey` made. */
export function readEntity(key: string): {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
} {
  const [id, name, kind] = JSON.parse(key) as [string, string, string];
  return { id, name, kind };
}
