/** What the card's bench runs in the page. Each function carries everything it needs: it is sent as text. */

interface CardClock {
  readonly painted: Promise<number>;
}
type WithClock = typeof globalThis & { cardClock?: CardClock };

/** Milliseconds from the next event of this type to the frame in which a card is on the screen. */
export function armCardClock(type: string): void {
  let start = 0;
  addEventListener(
    type,
    (event) => {
      start = event.timeStamp;
    },
    { capture: true, passive: true, once: true },
  );
  const painted = new Promise<number>((resolve) => {
    const observer = new MutationObserver((records) => {
      const nodes = records.flatMap((record) => [...record.addedNodes]);
      if (!nodes.some((node) => node.nodeName.toLowerCase() === 'sidelight-card')) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        // A message to oneself is handled once the frame has been handed over.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve(performance.now() - start);
        };
        port2.postMessage(null);
      });
    });
    observer.observe(document.documentElement, { childList: true });
  });
  (globalThis as WithClock).cardClock = { painted };
}

export function readCardClock(): Promise<number> {
  const clock = (globalThis as WithClock).cardClock;
  if (!clock) throw new Error('the clock is not armed');
  return clock.painted;
}

export function nextFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

export function closedCards(): boolean {
  return document.querySelector('sidelight-card') === null;
}

/** At the next movement: a frame, a timer, an empty box in the place of a card. */
export function showEmptyBox(milliseconds: number): void {
  const show = () => {
    const box = document.createElement('sidelight-card');
    box.style.cssText =
      'position: fixed; inset: 40px auto auto 40px; width: 384px; height: 500px; background: #eee';
    document.documentElement.append(box);
  };
  addEventListener('pointermove', () => requestAnimationFrame(() => setTimeout(show, milliseconds)), {
    once: true,
  });
}

export function removeEmptyBox(): void {
  document.querySelector('sidelight-card')?.remove();
}

/** The sum of all layout shifts of the page so far, those right after an input included. */
export function totalLayoutShift(): Promise<number> {
  return new Promise((resolve) => {
    let total = 0;
    const observer = new PerformanceObserver((list) => {
      // `value` is not in the DOM types.
      for (const entry of list.getEntries()) total += (entry as PerformanceEntry & { value: number }).value;
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(Math.round(total * 10_000) / 10_000), 100);
  });
}

interface StorageApi {
  readonly storage: { readonly local: { set(items: object): Promise<void> } };
}

/** Runs in the extension's own page. */
export async function storeSettings(settings: object): Promise<void> {
  await (globalThis as unknown as { chrome: StorageApi }).chrome.storage.local.set({ settings });
}
