/** On and off, for all sites and for each. */
import { useState } from 'preact/hooks';
import { SITE_RULES } from '../../core/settings/settings.ts';
import { Select } from '../pages/select.tsx';
import { SETTINGS } from '../pages/strings.ts';
import { Switch } from '../pages/switch.tsx';
import { hostOf } from './host-name.ts';
import type { SectionProps } from './opening.tsx';

export function Sites({ settings, change }: SectionProps) {
  const sites = Object.entries(settings.sites).sort(([a], [b]) => (a < b ? -1 : 1));
  const labels = { off: SETTINGS.ruleOff, always: SETTINGS.ruleAlways };
  const remove = (host: string) =>
    change(({ sites: { [host]: _, ...rest }, ...now }) => ({ ...now, sites: rest }));
  return (
    <>
      <Switch
        label={SETTINGS.enabled}
        on={settings.enabled}
        set={(enabled) => change((now) => ({ ...now, enabled }))}
      />
      {sites.length === 0 ? (
        <p class="note">{SETTINGS.noSites}</p>
      ) : (
        <ul class="rows">
          {sites.map(([host, rule]) => (
            <li key={host}>
              <span>
                <b>{host}</b> <span class="detail">{labels[rule]}</span>
              </span>
              <button
                type="button"
                class="small"
                aria-label={SETTINGS.removeRule(host)}
                onClick={() => remove(host)}
              >
                {SETTINGS.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <AddSite
        labels={labels}
        add={(host, rule) => change((now) => ({ ...now, sites: { ...now.sites, [host]: rule } }))}
      />
    </>
  );
}

type Rule = (typeof SITE_RULES)[number];

interface AddSiteProps {
  readonly labels: Readonly<Record<Rule, string>>;
  readonly add: (host: string, rule: Rule) => void;
}

function AddSite({ labels, add }: AddSiteProps) {
  const [text, setText] = useState('');
  const [rule, setRule] = useState<Rule>('off');
  const [wrong, setWrong] = useState(false);
  const submit = (event: Event) => {
    event.preventDefault();
    const host = hostOf(text);
    setWrong(host === null);
    if (host === null) return;
    add(host, rule);
    setText('');
  };
  return (
    <form class="row" onSubmit={submit} noValidate>
      <label>
        <span class="unseen">{SETTINGS.site}</span>
        <input
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          placeholder="news.example"
          value={text}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'wrong-site' : undefined}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <label>
        <span class="unseen">{SETTINGS.rule}</span>
        <Select value={rule} options={SITE_RULES.map((known) => [known, labels[known]])} set={setRule} />
      </label>
      <button type="submit" class="button">
        {SETTINGS.add}
      </button>
      {wrong && (
        <p id="wrong-site" class="wrong" role="alert">
          {SETTINGS.wrongSite}
        </p>
      )}
    </form>
  );
}
