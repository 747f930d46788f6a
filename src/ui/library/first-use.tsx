/** Before anything was saved: what the library is for, and how to begin. */
import { WORDS } from './strings.ts';
import type { Library } from './use-library.ts';

export function FirstUse({ library }: { library: Library }) {
  return (
    <section class="first-use">
      <h2>{WORDS.firstTitle}</h2>
      <p>{WORDS.firstLead}</p>
      <ol>
        {WORDS.firstSteps.map(([name, how]) => (
          <li key={name}>
            <b>{name}</b>
            <span>{how}</span>
          </li>
        ))}
      </ol>
      <p>
        {WORDS.firstImport}{' '}
        <button type="button" class="button" onClick={() => library.go({ kind: 'import' })}>
          {WORDS.import}
        </button>
      </p>
    </section>
  );
}
