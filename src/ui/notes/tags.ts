/** A note's tags as text. */

/** Tags as they are typed: by commas, without a hash before them, each once. */
export function tagsIn(text: string): string[] {
  const tags = text.split(/[,;\n]/).map((tag) => tag.trim().replace(/^#/, '').slice(0, 100));
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
