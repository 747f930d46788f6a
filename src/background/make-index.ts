/** Makes the index that pages are linked with, a little at a time: a card that is asked for meanwhile must not wait for all of it. */

import type { Form } from '../core/linking/form.ts';
import { compileForms } from '../core/linking/forms.ts';
import { indexInSteps } from '../core/linking/index-bytes.ts';
import { type LinkRules, type LinkSource, rulesInSteps } from '../core/linking/rules.ts';
import { packRulesInSteps } from '../core/linking/rules-bytes.ts';

/** Names whose forms are made between two pauses. */
const STEP = 250;

/** An index as it is kept: the forms, and the rules of choosing. */
export interface IndexBytes {
  readonly index: ArrayBuffer;
  readonly rules: ArrayBuffer;
}

export async function makeIndex(source: LinkSource, pause: () => Promise<void>): Promise<IndexBytes> {
  const rules = await pausing(rulesInSteps(source), pause);
  const forms: Form[] = [];
  const add = async (part: Pick<LinkRules, 'aliases' | 'cues'>, offset: number) => {
    // Targets are numbered from the beginning of what is given: here that is a part.
    for (const form of compileForms({ ...rules, ...part }))
      forms.push({ ...form, target: form.target + offset });
    await pause();
  };
  const { aliases, cues } = rules;
  for (let i = 0; i < aliases.length; i += STEP)
    await add({ aliases: aliases.slice(i, i + STEP), cues: [] }, i);
  for (let i = 0; i < cues.length; i += STEP)
    await add({ aliases: [], cues: cues.slice(i, i + STEP) }, aliases.length + i);
  const index = await pausing(indexInSteps(forms), pause);
  return { index, rules: await pausing(packRulesInSteps(rules), pause) };
}

async function pausing<Result>(
  steps: Generator<undefined, Result>,
  pause: () => Promise<void>,
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
