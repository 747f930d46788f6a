/**
 * The TUF client's storage, with all its writes held back. They are committed together with what they led to, so that a
 * worker killed half-way leaves either everything as it was or everything new: a timestamp that is remembered without the
 * targets it leads to would otherwise count as "nothing new" for ever.
 */
import type { TUFClient } from '@freedomofpress/tuf-browser';

/** The client's storage interface; the package does not export it by name. */
type Backend = NonNullable<NonNullable<ConstructorParameters<typeof TUFClient>[4]>['backend']>;

export interface StagedTrust {
  readonly backend: Backend;
  /** Text of a role's metadata as it stands now; undefined when there is none. */
  text(role: string): string | undefined;
  /** What has changed, by role; null for deleted. */
  changes(): Record<string, string | null>;
}

/** `committed`: text of verified metadata by role. */
export function stageTrust(committed: ReadonlyMap<string, string>): StagedTrust {
  const staged = new Map<string, string | null>();
  const text = (role: string) => (staged.has(role) ? (staged.get(role) ?? undefined) : committed.get(role));
  return {
    text,
    changes: () => Object.fromEntries(staged),
    backend: {
      async read(key) {
        const found = text(roleOf(key));
        return found === undefined ? undefined : JSON.parse(found);
      },
      async write(key, value) {
        staged.set(roleOf(key), JSON.stringify(value));
      },
      async writeRaw(key, value) {
        staged.set(roleOf(key), new TextDecoder().decode(value));
      },
      async delete(key) {
        staged.set(roleOf(key), null);
      },
    },
  };
}

/** `namespace/role.json` → `role`. */
function roleOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1).replace(/\.json$/, '');
}
