/** Before anything was saved: what the library is for, and how to begin. */
import { FIRST_STEP, LIBRARY } from './strings.ts';
import type { Library } from './use-library.ts';

export function FirstUse({ library }: { library: Library }) {
  return (
    <section class="first-use">
      <h2>{LIBRARY.firstTitle}</h2>
      <p>{LIBRARY.firstLead}</p>
      <ol>
        {Object.values(FIRST_STEP).map(([name, how]) => (
          <li key={name}>
            <b>{name}</b>
            <span>{how}</span>
          </li>
        ))}
      </ol>
      <p>
        {LIBRARY.firstImport}{' '}
        <button type="button" class="button" onClick={() => library.go({ kind: 'import' })}>
          {LIBRARY.import}
        </button>
      </p>
    </section>
  );
}
