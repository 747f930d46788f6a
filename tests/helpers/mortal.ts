/** A worker that dies at a given step: after so many requests and database operations, nothing of it works any more. */
import type { DBCore, DBCoreTable, Dexie } from 'dexie';

export class Killed extends Error {
  override name = 'Killed';
}

export interface Life {
  /** Counts one step. @throws Killed when the last one has passed */
  step(): void;
  readonly steps: number;
}

/** A life of so many steps. `as`: the error that ends it. */
export function createLife(last: number, as: () => Error = () => new Killed('the worker was stopped')): Life {
  let steps = 0;
  return {
    step() {
      steps++;
      if (steps > last) throw as();
    },
    get steps() {
      return steps;
    },
  };
}

/** Lets every operation of the database take a step of the life; with `writesOnly`, only those that need room. */
export function makeMortal(database: Dexie, life: Life, writesOnly = false): void {
  database.use({
    stack: 'dbcore',
    name: 'mortal',
    create: (core: DBCore): DBCore => ({
      ...core,
      table(name) {
        const table = core.table(name);
        const mortal =
          <Request, Result>(run: (request: Request) => Promise<Result>) =>
          async (request: Request): Promise<Result> => {
            life.step();
            return run(request);
          };
        return {
          ...table,
          mutate: mortal(table.mutate),
          ...(writesOnly
            ? {}
            : {
                get: mortal(table.get),
                getMany: mortal(table.getMany),
                query: mortal(table.query),
                openCursor: mortal(table.openCursor),
              }),
        } as DBCoreTable; // The same functions, each with a step before it.
      },
    }),
  });
}
