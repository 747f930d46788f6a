/**
 * The worker's half of keeping notes. The database is opened at the first need and stays open; when it cannot be opened for
 * writing, every call that would write says so.
 */
import type { Annotation } from '../../core/annotation/annotation.ts';
import { pageKeys } from '../../core/annotation/page-key.ts';
import { saysNoRoom } from '../../core/failures/no-room.ts';
import { CallError, type Handlers } from '../../messages/envelope.ts';
import type { NotesToWorker } from '../../messages/notes-to-worker.ts';
import { createNoteStore, type NoteStore } from '../../storage/library/notes.ts';
import type { OpenedLibrary } from '../../storage/library/open-library.ts';
import { pageOf } from '../page-of.ts';

export interface KeeperHost {
  open(): Promise<OpenedLibrary>;
  now(): string;
  newId(): string;
  /** SHA-256 in hex. */
  digest(text: string): Promise<string>;
  /** Told before a note is written: pages with notes are known to content scripts by these. */
  addHints(keys: readonly string[]): Promise<void>;
  /** Told after notes were written. */
  announce(ids: readonly string[]): void;
  /** Asks the browser to keep the storage when the disk fills; at the first note. */
  persist(): Promise<void>;
  inject(tab: number, frame: number): Promise<void>;
  openLibraryPage(query: string): Promise<void>;
}

export interface NotesSender {
  readonly tab: number | undefined;
  readonly frame: number | undefined;
  readonly isPrivate: boolean;
}

export function createKeeper(host: KeeperHost): Handlers<NotesToWorker, NotesSender> {
  let opened: Promise<NoteStore> | null = null;
  const store = (): Promise<NoteStore> => {
    opened ??= host.open().then((library) => {
      if (library.state !== 'open')
        throw new CallError('read-only', `the library is read-only: ${library.reason}`);
      const { database } = library;
      // Another context upgrades or erases it: the next call opens it anew.
      database.on('versionchange', () => {
        opened = null;
      });
      database.on('close', () => {
        opened = null;
      });
      return createNoteStore({ database, now: host.now, newId: host.newId, changed: host.announce });
    });
    opened.catch(() => {
      opened = null;
    });
    return opened;
  };
  const writing = async <T>(work: (notes: NoteStore) => Promise<T>): Promise<T> => {
    const notes = await store();
    try {
      return await work(notes);
    } catch (error) {
      if (saysNoRoom(error)) throw new CallError('full', 'there is no room to write');
      throw error;
    }
  };
  const complete = async (note: Annotation): Promise<Annotation> => {
    const { passage } = note;
    if (passage?.hash !== '') return note;
    return { ...note, passage: { ...passage, hash: await host.digest(passage.text) } };
  };

  return {
    async saveNote({ note }, sender) {
      notFromPrivate(sender);
      const whole = await complete(note);
      await host.addHints(pageKeys([note.page.url, note.page.canonical]));
      return writing(async (notes) => {
        const isFirst = await notes.isEmpty();
        const saved = await notes.save(whole);
        if (isFirst) await host.persist().catch(() => undefined);
        return saved;
      });
    },
    async changeNote({ id, base, change }, sender) {
      notFromPrivate(sender);
      return writing((notes) => notes.change(id, base, change));
    },
    async removeNote({ id }, sender) {
      notFromPrivate(sender);
      await writing((notes) => notes.remove([id]));
      return null;
    },
    async notesOnPage({ urls }) {
      return (await store()).forPage(pageKeys(urls));
    },
    async injectNotes(_, sender) {
      await host.inject(...pageOf(sender, 'the notes script'));
      return null;
    },
    async openLibrary({ note, page }) {
      const query = new URLSearchParams();
      if (note) query.set('note', note);
      else if (page) query.set('page', page);
      await host.openLibraryPage(query.toString());
      return null;
    },
  };
}

function notFromPrivate({ isPrivate }: NotesSender): void {
  if (isPrivate) throw new CallError('forbidden', 'nothing is saved in private windows');
}
