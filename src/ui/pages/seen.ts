/** Resolves once the page is in front: a tab behind another says nothing to anybody. */
export function untilSeen(document: Document): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    look();
  });
}
