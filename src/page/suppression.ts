/** "Not this one here": words that the reader does not want taken for an entity on this site. */
import type { LinkedMention } from '../core/linking/link.ts';
import type { Settings, Suppression } from '../core/settings/settings.ts';

/** True when the reader has ruled out this alias for this entity on this site. Other names and other sites are untouched. */
export function isSuppressed(
  { entity, why }: Pick<LinkedMention, 'entity' | 'why'>,
  suppressed: readonly Suppression[],
  site: string,
): boolean {
  if (suppressed.length === 0) return false;
  const alias = why.find((reason) => reason.type === 'alias')?.alias;
  return suppressed.some((one) => one.host === site && one.entity === entity && one.alias === alias);
}

/** Rules an alias out for an entity on this site; resolves with the way to take that back. */
export function suppressOn(
  site: string,
  change: (change: (settings: Settings) => Settings) => Promise<unknown>,
): (alias: string, entity: string) => Promise<() => Promise<void>> {
  return async (alias, entity) => {
    const isIt = (one: Suppression) => one.alias === alias && one.entity === entity && one.host === site;
    const on = new Date().toISOString().slice(0, 10);
    const others = ({ suppressed }: Settings) => suppressed.filter((one) => !isIt(one));
    await change((settings) => ({
      ...settings,
      suppressed: [...others(settings), { alias, entity, host: site, on }],
    }));
    return async () => {
      await change((settings) => ({ ...settings, suppressed: others(settings) }));
    };
  };
}
