/** What the contexts of the extension share about the library. No extension API: the library page's own worker has none. */

/** Lets one opener of the library at a time through, over all contexts of the extension. */
export async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator;
  // The lock manager's types lose the callback's own.
  return locks ? ((await locks.request('sidelight-library', work)) as T) : work();
}

const CHANNEL = 'sidelight-library';

/** Tells every other context that notes were changed. */
export function createAnnouncer(): (ids: readonly string[]) => void {
  const channel = new BroadcastChannel(CHANNEL);
  return (ids) => channel.postMessage({ ids });
}

/** Calls back when another context has changed notes. */
export function onAnnounced(callback: (ids: readonly string[]) => void): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<{ ids?: unknown }>) => {
    if (Array.isArray(data?.ids)) callback(data.ids.filter((id) => typeof id === 'string'));
  };
}
