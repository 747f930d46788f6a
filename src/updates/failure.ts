import { saysNoRoom } from '../core/failures/no-room.ts';

/** Why an update did not happen. Every reason has its words for the reader (src/ui/updates/words.ts). */
export type UpdateFailureCode =
  /** Nobody answered: no network, or no such server. */
  | 'offline'
  /** The server answered that it cannot (500 and the like), or does not have what it should. */
  | 'server'
  /** What came is not a repository: a login page of a network, or another site. */
  | 'not-a-repository'
  /** The server sends us somewhere else. */
  | 'redirected'
  /** More bytes than can be right. */
  | 'too-large'
  /** Fewer bytes a second than can be waited for. */
  | 'too-slow'
  /** Signatures, hashes or versions do not fit: somebody changed something, or tries to. */
  | 'not-genuine'
  /** Genuine, but no longer valid: updates have stopped, or are being withheld. */
  | 'expired'
  /** It cannot be told whether it is valid, because this computer's clock is wrong. */
  | 'clock'
  /** Older than what is here. */
  | 'rollback'
  /** Genuine, but of a form that this version of the extension does not read. */
  | 'unreadable'
  /** The database could not be written: no room. */
  | 'disk-full'
  /** The browser does not allow requests to this host yet. */
  | 'permission'
  /** Something else went wrong here. */
  | 'internal';

export class UpdateFailure extends Error {
  readonly code: UpdateFailureCode;
  constructor(code: UpdateFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UpdateFailure';
    this.code = code;
  }
}

/** Any error as a failure with a reason. */
export function asFailure(error: unknown): UpdateFailure {
  if (error instanceof UpdateFailure) return error;
  if (saysNoRoom(error))
    return new UpdateFailure('disk-full', 'there is no room for the new release', { cause: error });
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new UpdateFailure('internal', message, { cause: error });
}
