/** What is read, stored and requested, in plain words. */
import { PRIVACY } from '../pages/strings.ts';

export function Privacy() {
  return (
    <div class="prose">
      <p class="lead">{PRIVACY.lead}</p>
      <h3>{PRIVACY.readTitle}</h3>
      <p>{PRIVACY.read}</p>
      <h3>{PRIVACY.storedTitle}</h3>
      <ul class="dots">
        <li>{PRIVACY.storedDataset}</li>
        <li>{PRIVACY.storedSettings}</li>
        <li>{PRIVACY.storedNotes}</li>
      </ul>
      <p>{PRIVACY.notStored}</p>
      <h3>{PRIVACY.requestedTitle}</h3>
      <p>{PRIVACY.requested}</p>
      <p>{PRIVACY.links}</p>
      <h3>{PRIVACY.noticedTitle}</h3>
      <p>{PRIVACY.noticed}</p>
      <h3>{PRIVACY.accessTitle}</h3>
      <p>{PRIVACY.access}</p>
    </div>
  );
}
