/** The form that adds a dataset: its address, and the fingerprint by which the right one is known. */

import { useState } from 'preact/hooks';
import type { AddProblem } from '../../core/dataset/add-problem.ts';
import { labelProblem } from '../../core/dataset/label.ts';
import { normalRepositoryAddress } from '../../core/dataset/repository-address.ts';
import type { AddRepository } from '../../messages/to-worker.ts';
import { ADD_PROBLEM, UPDATE_PROBLEM, UPDATES } from './words.ts';

export interface AddDatasetProps {
  readonly askPermission: (address: string) => Promise<boolean>;
  /** Rejects with the reason: an AddProblem, why an update fails, or the browser's own words. */
  readonly add: (request: AddRepository) => Promise<void>;
}

const FIRST_COLOUR = '#b3541e';

export function AddDataset({ askPermission, add }: AddDatasetProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (form: HTMLFormElement) => {
    const field = (name: string) => String(new FormData(form).get(name) ?? '');
    const address = normalRepositoryAddress(field('address'));
    // The worker asks again, with the other datasets' labels; this much needs no permission first.
    const wrong = labelProblem(field('label'), []);
    setProblem(wrong);
    if (wrong !== null) return;
    setBusy(true);
    try {
      // Before anything else is awaited: the browser wants to see the click that this comes from.
      if (address !== null && !(await askPermission(address)))
        throw new Error('not-allowed' satisfies AddProblem);
      await add({
        address: address ?? field('address'),
        fingerprint: field('fingerprint'),
        label: field('label'),
        colour: field('colour'),
      });
      form.reset();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <details class="add-dataset">
      <summary>{UPDATES.add}</summary>
      <p class="note">{UPDATES.addNote}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <label>
          {UPDATES.address}
          <input name="address" type="text" inputMode="url" required placeholder="https://" maxLength={300} />
        </label>
        <label>
          {UPDATES.fingerprint}
          <input
            name="fingerprint"
            type="text"
            required
            maxLength={200}
            autocomplete="off"
            spellcheck={false}
            aria-describedby="fingerprint-note"
          />
        </label>
        <p class="note" id="fingerprint-note">
          {UPDATES.fingerprintNote}
        </p>
        <div class="pair">
          <label>
            {UPDATES.label}
            <input name="label" type="text" required maxLength={40} />
          </label>
          <label>
            {UPDATES.colour}
            <input name="colour" type="color" value={FIRST_COLOUR} />
          </label>
        </div>
        <p class="actions">
          <button type="submit" disabled={isBusy}>
            {isBusy ? UPDATES.adding : UPDATES.add}
          </button>
        </p>
        {problem && (
          <p class="status warning" role="alert">
            {UPDATES.addFailed} {problemWords(problem)}
          </p>
        )}
      </form>
    </details>
  );
}

/** Codes are the worker's; what has no words here (a browser's own error) is shown as it is. */
function problemWords(code: string): string {
  const known: Readonly<Record<string, string>> = { ...UPDATE_PROBLEM, ...ADD_PROBLEM };
  return Object.hasOwn(known, code) ? (known[code] ?? code) : code;
}
