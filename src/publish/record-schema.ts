/** JSON Schema of a record, for editors: made from the zod schema, and kept beside the records so that editors find it. */
import { z } from 'zod';
import { recordSchema } from '../core/dataset/record.ts';

/** The schema as the file `record.schema.json` holds it. */
export function recordJsonSchema(): string {
  const schema = { title: 'Sidelight record', ...z.toJSONSchema(recordSchema, { io: 'input' }) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
