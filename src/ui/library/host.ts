/** What the library page needs from outside: its engine, and what only the browser can do. Handed in by the entrypoint. */
import type { BackupEvery, BackupState } from '../../core/settings/backup.ts';
import type { Calls } from '../../messages/envelope.ts';
import type { LibraryNews, ToLibrary } from '../../messages/to-library.ts';

export interface LibraryHost {
  readonly engine: Calls<ToLibrary>;
  onNews(callback: (news: LibraryNews) => void): void;
  /** Gives a file to the person. */
  saveFile(file: Blob, name: string): void;
  copy(text: string): Promise<void>;
  addHints(hints: readonly string[]): Promise<void>;
  persist(): Promise<boolean>;
  /** Null where the browser writes no files by itself. */
  readonly backup: BackupControl | null;
  /** As citations name languages: in English, whatever the interface speaks, like the rest of a citation. */
  languageName(tag: string): string;
  readButton(): Promise<boolean>;
  setButton(on: boolean): Promise<void>;
}

export interface BackupControl {
  read(): Promise<BackupState>;
  onChanged(callback: (state: BackupState) => void): void;
  /** Asks for the permission where it is needed; false when it was declined. */
  set(every: BackupEvery): Promise<boolean>;
  /** Resolves once the file is written; rejects with the reason. */
  makeNow(): Promise<void>;
}
