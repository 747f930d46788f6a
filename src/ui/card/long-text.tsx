/** Text of the dataset, shortened when it is longer than any card should hold. The checker lets no such text through; others may. */
import { useState } from 'preact/hooks';
import { TEXT } from '../strings.ts';

/** The checker's limit is 400: only what never passed it is cut. */
const LIMIT = 600;

export function LongText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  if (whole || text.length <= LIMIT) return <>{text}</>;
  const cut = text.slice(0, LIMIT).toWellFormed();
  return (
    <>
      {cut.replace(/\s+\S*$/, '')}…{' '}
      <button type="button" class="link" onClick={() => setWhole(true)}>
        {TEXT.wholeText}
      </button>
    </>
  );
}
