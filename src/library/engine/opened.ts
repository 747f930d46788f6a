/** Messages that come before the library is open wait for it: a large one takes seconds, and the page is there at once. */

type Handler = (argument: never, sender: null) => unknown;

export interface WhenOpened {
  /** Notes that the library is being opened. Returns what is handed to it. */
  opening<T>(work: Promise<T>): Promise<T>;
  /** The same handlers, answering once the library has been opened, or could not be. */
  wait<H extends { readonly [K in keyof H]: Handler }>(handlers: H): H;
}

export function whenOpened(): WhenOpened {
  const first = Promise.withResolvers<void>();
  return {
    opening(work) {
      // Why it failed is told to the page, which asked for it; the others then say that it is read-only.
      work.then(
        () => first.resolve(),
        () => first.resolve(),
      );
      return work;
    },
    wait<H extends { readonly [K in keyof H]: Handler }>(handlers: H) {
      const waiting = Object.entries<Handler>(handlers).map(([name, handle]) => [
        name,
        async (argument: never, sender: null) => {
          await first.promise;
          return handle(argument, sender);
        },
      ]);
      return Object.fromEntries(waiting) as H;
    },
  };
}
