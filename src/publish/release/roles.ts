/** The four roles of TUF as they are set up here: how many keys, how many must sign, how long a signature holds. */

export const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type Role = (typeof ROLES)[number];

export interface RolePlan {
  readonly keys: number;
  readonly threshold: number;
}

/**
 * Root and targets need two people; snapshot and timestamp are signed by a machine every day, and a thief of their keys can
 * withhold news, but not make any.
 */
export const DEFAULT_PLAN: Readonly<Record<Role, RolePlan>> = {
  root: { keys: 3, threshold: 2 },
  targets: { keys: 3, threshold: 2 },
  snapshot: { keys: 1, threshold: 1 },
  timestamp: { keys: 1, threshold: 1 },
};

/** Days a signature holds. The timestamp's is how long a freeze can go unnoticed. */
export const LIFETIME: Readonly<Record<Role, number>> = {
  root: 365,
  targets: 180,
  snapshot: 30,
  timestamp: 7,
};

/** `root=2/3,targets=1/2` → plan: how many of how many must sign. Roles left out keep their default. @throws what is wrong */
export function parsePlan(text: string | undefined): Readonly<Record<Role, RolePlan>> {
  const plan: Record<Role, RolePlan> = { ...DEFAULT_PLAN };
  for (const part of text?.split(',') ?? []) {
    const [, role, threshold, keys] = /^(\w+)=(\d+)\/(\d+)$/.exec(part.trim()) ?? [];
    if (!isRole(role)) throw new Error(`${part} is no role=2/3 (roles: ${ROLES.join(', ')})`);
    const entry = { keys: Number(keys), threshold: Number(threshold) };
    if (entry.threshold < 1 || entry.threshold > entry.keys)
      throw new Error(`${part}: ${entry.threshold} of ${entry.keys} keys can never sign`);
    plan[role] = entry;
  }
  return plan;
}

export function isRole(text: unknown): text is Role {
  return (ROLES as readonly unknown[]).includes(text);
}

/** When a signature made `now` runs out: whole seconds, as TUF writes time. */
export function expiryOf(role: Role, now: Date, lifetime = LIFETIME): string {
  return tufTime(new Date(now.getTime() + lifetime[role] * 86_400_000));
}

export function tufTime(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
