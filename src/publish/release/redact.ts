/** Takes removed text out of change reports: what was removed must not live on in the report that told of it. */

/**
 * The report without the words of removed entities and statements; their ids stay. A line of a report names a statement
 * as `+ id: text`, and a changed text follows on two indented lines.
 */
export function redact(report: string, removed: readonly string[]): string {
  if (removed.length === 0) return report;
  const isRemoved = (id: string) => removed.includes(id) || removed.includes(id.split('/')[0] ?? '');
  let dropping = false;
  return report
    .split('\n')
    .flatMap((line) => {
      // Before ids are looked for: the word "name" would pass for one.
      const [, owner] = /^[+-] name .* \(([a-z0-9-]+)\)$/.exec(line) ?? [];
      if (owner !== undefined) {
        dropping = false;
        return isRemoved(owner) ? [] : [line];
      }
      const [, sign, id] = /^([+\-~>]) ([a-z0-9-]+(?:\/[a-z0-9-]+)?)(?=$|[: (])/.exec(line) ?? [];
      if (sign !== undefined && id !== undefined) {
        dropping = isRemoved(id);
        return [dropping ? `${sign} ${id}: (text removed)` : line];
      }
      return dropping && line.startsWith('    ') ? [] : [line];
    })
    .join('\n');
}
