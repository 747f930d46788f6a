/** Settings as a file: what a reader takes to another browser. */
import { type ParsedSettings, parseSettings, type Settings } from './settings.ts';

/** Raised when a reader of an older version could misread the file. */
const FORMAT = 1;
const MARK = 'sidelight-settings';

/** The file's text; for people to read, too. */
export function writeSettingsFile(settings: Settings): string {
  return `${JSON.stringify({ [MARK]: FORMAT, ...settings }, null, 2)}\n`;
}

/** The settings in a file, with what of it cannot be used; null when it is none of ours. Never throws. */
export function readSettingsFile(text: string): ParsedSettings | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // No JSON, so none of ours.
    return null;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, MARK)) return null;
  const { [MARK]: format, ...settings } = value as Record<string, unknown>;
  const parsed = parseSettings(settings);
  return format === FORMAT
    ? parsed
    : {
        ...parsed,
        dropped: [`${MARK}: ${JSON.stringify(format)} is another version than ${FORMAT}`, ...parsed.dropped],
      };
}
