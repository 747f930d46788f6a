/** Copy a citation: of one statement with its sources, or of the whole card. */
import { useState } from 'preact/hooks';
import { toBibtex } from '../../core/dataset/citation/bibtex.ts';
import { type Citation, citationOf } from '../../core/dataset/citation/citation.ts';
import { toCslJson } from '../../core/dataset/citation/csl.ts';
import { toMarkdown, toPlain } from '../../core/dataset/citation/plain.ts';
import type { ToolRequest } from '../../page/card-tools-door.ts';
import { TOOL } from '../strings.ts';
import { CopyField } from './copy-field.tsx';
import { CITATION, FORMAT, TOOL_TEXT } from './strings.ts';

type Format = keyof typeof FORMAT;

const WRITE: Readonly<Record<Format, (citation: Citation) => string>> = {
  plain: (citation) => toPlain(citation, CITATION),
  markdown: (citation) => toMarkdown(citation, CITATION),
  bibtex: (citation) => toBibtex(citation, CITATION),
  csl: (citation) => toCslJson(citation, CITATION),
};

export function Cite({ request: { card, statement, go } }: { readonly request: ToolRequest }) {
  const [format, setFormat] = useState<Format>('plain');
  const citation = citationOf(card, statement, new Date().toISOString().slice(0, 10));
  return (
    <>
      <p class="tool-note">{statement ? TOOL_TEXT.citeWhat(citation.text) : TOOL_TEXT.citeCard(card.name)}</p>
      <fieldset class="choices">
        <legend>{TOOL_TEXT.format}</legend>
        {(Object.keys(FORMAT) as Format[]).map((key) => (
          <label key={key} class="choice">
            <input
              type="radio"
              name="sidelight-format"
              checked={key === format}
              onChange={() => setFormat(key)}
            />
            {FORMAT[key]}
          </label>
        ))}
      </fieldset>
      <CopyField label={TOOL_TEXT.citation} text={WRITE[format](citation)} rows={9} />
      <p>
        <button type="button" class="link" onClick={() => go('report', statement)}>
          {TOOL.report}
        </button>
      </p>
    </>
  );
}
