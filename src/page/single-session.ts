/**
 * One session of each script for each frame. A script can arrive twice: by the manifest and, for tabs that were open before,
 * by the worker. A session that lives is left alone; one that the extension left behind when it was updated is ended first.
 *
 * The two meet in the isolated world's global object, which the page cannot see. (WXT has a way of its own, by an event on
 * the document; a page could send that event, and so end our sessions.)
 */
import { ENDED } from '../core/signals/ended.ts';

interface Session {
  isAlive(): boolean;
  end(): void;
}

/** The script that looks whether there is an article, and the one that reads it. */
export type SessionName = 'scout' | 'mentions';

declare global {
  // Set in the isolated world of this frame.
  var sidelightSessions: Partial<Record<SessionName, Session>> | undefined;
}

/**
 * The new session's controller, or null when one is running. `isConnected` tells whether the extension still answers.
 * Whoever holds the controller may end the session.
 */
export function takeOver(name: SessionName, isConnected: () => boolean): AbortController | null {
  globalThis.sidelightSessions ??= {};
  const sessions = globalThis.sidelightSessions;
  if (sessions[name]?.isAlive()) return null;
  sessions[name]?.end();
  const controller = new AbortController();
  sessions[name] = {
    isAlive: () => !controller.signal.aborted && isConnected(),
    end: () => controller.abort(ENDED),
  };
  return controller;
}

/** Ends the session of this name in this frame, if there is one. */
export function endSession(name: SessionName): void {
  globalThis.sidelightSessions?.[name]?.end();
}

/** Whether a session of this name runs in this frame. */
export function isRunning(name: SessionName): boolean {
  return globalThis.sidelightSessions?.[name]?.isAlive() ?? false;
}
