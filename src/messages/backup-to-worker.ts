/** What the library page asks of the worker about backups, and what the worker asks of the hidden page that makes the file. */

export interface BackupToWorker {
  /** Makes a backup file now. `internal` with the reason in the state when it fails. */
  makeBackup(request: null): { readonly ok: boolean; readonly reason: string | null };
}

export interface BackupToPage {
  /** Makes the file in memory and names the address under which the browser can fetch it. */
  buildBackup(request: null): BuiltBackup;
}

export interface BuiltBackup {
  readonly url: string;
  readonly name: string;
  readonly notes: number;
  readonly bytes: number;
}
