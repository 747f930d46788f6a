/** A note's Markdown as one line of plain words: what a list shows of it. */
import { micromark } from 'micromark';

/** More than a list ever shows of a note. */
const LONGEST = 2000;

/** What the rendered note would say; raw HTML in it is text there, and here. */
export function plainText(markdown: string): string {
  return micromark(markdown.slice(0, LONGEST))
    .replace(/<img [^>]*?alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<\/(?:p|li|h\d|pre|blockquote)>|<br \/>|<hr \/>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof CHARACTERS) => CHARACTERS[name])
    .replace(/\s+/g, ' ')
    .trim();
}

/** The only ones that the renderer escapes. */
const CHARACTERS = { lt: '<', gt: '>', quot: '"', amp: '&' };
