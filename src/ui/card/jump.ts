/** Jumps inside the card. They scroll the card and nothing else: `scrollIntoView` may move the page too, and with it the words the card stands at. */

/** To a group's heading. */
export function jumpToGroup(from: HTMLElement, group: string): void {
  const card = from.closest<HTMLElement>('.card');
  const section = card?.querySelector<HTMLElement>(`[data-section="${group}"]`);
  if (!card || !section) return;
  card.scrollTo({ top: section.offsetTop - barHeight(card) });
  section.querySelector('h2')?.focus({ preventScroll: true });
}

/** To a statement; folded lists open until it is there. */
export function jumpToStatement(from: HTMLElement, id: string): void {
  const card = from.closest<HTMLElement>('.card');
  const find = () =>
    card?.querySelector<HTMLElement>(`section:not(.nearest) [data-statement="${CSS.escape(id)}"]`);
  const arrive = (again: boolean) => {
    const found = find();
    if (!found && again && card) {
      for (const more of card.querySelectorAll<HTMLElement>('.group ~ .more')) more.click();
      requestAnimationFrame(() => arrive(false));
    }
    if (!found || !card) return;
    const top = found.getBoundingClientRect().top - card.getBoundingClientRect().top + card.scrollTop;
    const heading = found.closest('section')?.querySelector<HTMLElement>('h2')?.offsetHeight ?? 0;
    card.scrollTo({ top: top - barHeight(card) - heading });
    found.focus({ preventScroll: true });
  };
  arrive(true);
}

function barHeight(card: HTMLElement): number {
  return card.querySelector<HTMLElement>('.bar')?.offsetHeight ?? 0;
}
