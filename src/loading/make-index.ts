/**
 * Makes the index that pages are linked with, of all datasets together. Bundles come in one by one and are gone again: what is
 * kept of them lies in typed arrays. As objects, the names of a hundred thousand entities are 150 MB, and the browser stops
 * everything for up to 80 ms to walk through them.
 */
import type { EntityBundle } from '../core/dataset/bundle.ts';
import { outerAlias, outerEntity, outerId } from '../core/dataset/namespace.ts';
import type { ReleaseCue } from '../core/dataset/release.ts';
import { createIndexBuilder } from '../core/linking/build-index.ts';
import { formsOfAlias, formsOfCue } from '../core/linking/forms.ts';
import { growingInt32 } from '../core/linking/growing.ts';
import { linksInSteps } from '../core/linking/links.ts';
import { createRuleCompiler } from '../core/linking/rules.ts';
import { createRulesBuilder } from '../core/linking/rules-bytes.ts';
import { createStringPoolBuilder } from '../core/linking/string-pool.ts';
import type { NameConflict } from '../messages/name-conflict.ts';
import { createNameOwners } from './name-owners.ts';

/** Ends of relations between two steps. */
const STEP = 2000;

/** A dataset whose names go into the index. */
export interface IndexedDataset {
  /** Null for core. */
  readonly id: string | null;
  readonly version: string;
  readonly cues: readonly ReleaseCue[];
  /** All its bundles, some at a time. */
  readonly bundles: AsyncIterable<readonly EntityBundle[]> | Iterable<readonly EntityBundle[]>;
}

/** An index as it is kept: the forms, and the rules of choosing. */
export interface IndexBytes {
  readonly index: ArrayBuffer;
  readonly rules: ArrayBuffer;
}

export interface MadeIndex extends IndexBytes {
  /** Names that datasets have in common with earlier ones, by dataset. */
  readonly conflicts: ReadonlyMap<string, readonly NameConflict[]>;
}

/** `pause` lets other work in between. */
export async function makeIndex(
  datasets: readonly IndexedDataset[],
  pause: () => Promise<unknown>,
): Promise<MadeIndex> {
  const owners = createNameOwners();
  const forms = createIndexBuilder();
  const rules = createRulesBuilder();
  const compiler = createRuleCompiler(
    datasets.flatMap(({ id, cues }) => cues.map((cue) => ({ ...cue, id: outerId(id, cue.id) }))),
  );
  const numbers = createNumbers();
  /** Of each relation the number of its entity, and that of its target's id. */
  const relations = growingInt32();
  let targets = 0;
  const add = ({ entity, aliases }: EntityBundle, dataset: string | null) => {
    const outer = outerEntity(dataset, entity);
    const number = numbers.addEntity(outer.id);
    rules.entity(outer);
    for (const { target } of outer.relations) {
      relations.push(number);
      relations.push(numbers.idOf(target));
    }
    for (const inner of aliases) {
      const alias = outerAlias(dataset, inner);
      if (!owners.mayHave(alias)) continue;
      // Which entities there are is only known at the end.
      for (const rule of compiler.rulesOf(alias, number, () => -1)) {
        rules.alias(rule);
        for (const form of formsOfAlias(rule, targets)) forms.add(form);
        targets++;
      }
    }
  };
  for (const [i, { id, bundles }] of datasets.entries()) {
    owners.next(id, i === datasets.length - 1);
    for await (const some of bundles) {
      for (const bundle of some) add(bundle, id);
      await pause();
    }
  }
  const cues = compiler.cues();
  for (const [i, cue] of cues.entries()) {
    for (const form of formsOfCue(cue, targets + i)) forms.add(form);
    await pause();
  }
  const index = await pausing(forms.finish(), pause);
  const pairs = await pausing(numbers.pairsInSteps(relations.all()), pause);
  const links = await pausing(linksInSteps(numbers.entities(), pairs), pause);
  const rest = { version: datasets[0]?.version ?? '', cues, links, entityOf: numbers.entityOf };
  return { index, rules: await pausing(rules.finish(rest), pause), conflicts: owners.conflicts };
}

/** Numbers of entities, and of the ids that are spoken of before it is known whether there is such an entity. */
function createNumbers() {
  const ids = createStringPoolBuilder();
  /** By the number of an id: one more than the number of its entity; 0 where there is none. */
  const numbers = growingInt32();
  let entities = 0;
  const numberAt = (id: number) => numbers.get(id) - 1;
  return {
    entities: () => entities,
    idOf: (id: string) => ids.number(id),
    addEntity(id: string): number {
      const at = ids.number(id);
      while (at >= numbers.length) numbers.push(0);
      numbers.set(at, entities + 1);
      return entities++;
    },
    entityOf(id: string): number {
      const at = ids.find(id);
      return at < 0 ? -1 : numberAt(at);
    },
    /** Both ends of each relation whose target is there. */
    *pairsInSteps(relations: Int32Array): Generator<undefined, Int32Array> {
      const pairs = new Int32Array(relations.length);
      let length = 0;
      for (let i = 0; i < relations.length; i += 2) {
        if (i % STEP === 0) yield;
        const to = numberAt(relations[i + 1] as number);
        if (to < 0) continue;
        pairs[length++] = relations[i] as number;
        pairs[length++] = to;
      }
      return pairs.subarray(0, length);
    },
  };
}

async function pausing<Result>(
  steps: Generator<undefined, Result>,
  pause: () => Promise<unknown>,
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
