/** Report a mistake: a file or a mail draft, filled in as far as it can be. Nothing is sent from here. */
import { useState } from 'preact/hooks';
import {
  correctionFile,
  correctionFileName,
  correctionMail,
  correctionOf,
} from '../../core/dataset/correction.ts';
import type { ToolRequest } from '../../page/card-tools-door.ts';
import { jsonFile, saveFile } from '../save-file.ts';
import { CopyField } from './copy-field.tsx';
import { TOOL_TEXT } from './strings.ts';

export function Report({ request: { card, statement, address } }: { readonly request: ToolRequest }) {
  const [about, setAbout] = useState(statement?.id ?? '');
  const [proposedChange, setChange] = useState('');
  const [source, setSource] = useState('');
  const [withPage, setWithPage] = useState(false);
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState<{ readonly of: string; readonly words: string } | null>(null);

  const chosen =
    card.statements.find(({ id }) => id === about) ?? (statement?.id === about ? statement : null);
  const correction = correctionOf(card, chosen, {
    proposedChange,
    source,
    page: withPage ? address.url : null,
  });
  const file = correctionFile(correction);
  const isEmpty = correction.proposedChange === '';
  const unlessEmpty = (act: () => void, words: string) => () => {
    setAsked(isEmpty);
    if (isEmpty) return;
    act();
    setDone({ of: file, words });
  };
  const name = correctionFileName(correction);
  return (
    <>
      <p class="tool-note">
        {TOOL_TEXT.reportNote} {TOOL_TEXT.whereTo}
      </p>
      <label class="field">
        <span>{TOOL_TEXT.about}</span>
        <select value={about} onChange={(event) => setAbout(event.currentTarget.value)}>
          <option value="">{TOOL_TEXT.wholeEntry}</option>
          {statement && !card.statements.includes(statement) && (
            <option value={statement.id}>{statement.text.en}</option>
          )}
          {card.statements.map(({ id, text }) => (
            <option key={id} value={id}>
              {text.en}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{TOOL_TEXT.whatIsWrong}</span>
        <textarea
          rows={4}
          maxLength={4000}
          value={proposedChange}
          aria-invalid={asked && isEmpty}
          aria-describedby="sidelight-needs"
          onInput={(event) => setChange(event.currentTarget.value)}
        />
        <span id="sidelight-needs" class="needs" role="status">
          {asked && isEmpty ? TOOL_TEXT.needsWords : ''}
        </span>
      </label>
      <label class="field">
        <span>{TOOL_TEXT.sourceForIt}</span>
        <input
          type="url"
          maxLength={2000}
          value={source}
          onInput={(event) => setSource(event.currentTarget.value)}
        />
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={withPage}
          onChange={(event) => setWithPage(event.currentTarget.checked)}
        />
        {TOOL_TEXT.withPage}
      </label>
      <p class="row">
        <button
          type="button"
          class="button"
          onClick={unlessEmpty(() => saveFile(jsonFile(file), name), TOOL_TEXT.saved(name))}
        >
          {TOOL_TEXT.saveFile}
        </button>
        <button
          type="button"
          class="button"
          onClick={unlessEmpty(() => window.open(correctionMail(correction), '_self'), TOOL_TEXT.mailOpened)}
        >
          {TOOL_TEXT.openMail}
        </button>
        {/* Said of what was saved, not of what has been written since. */}
        <span role="status">{done?.of === file ? done.words : ''}</span>
      </p>
      <details>
        <summary>{TOOL_TEXT.theFile}</summary>
        <CopyField label={TOOL_TEXT.theFile} text={file} rows={8} />
      </details>
    </>
  );
}
