/** A small, sound dataset on disk, for tests that break one thing of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export const GOOD_FILES: Readonly<Record<string, string>> = {
  'dataset.yaml': 'version: 2026.11.24\nlicence: CC-BY-4.0\nredirects: {}\n',
  'licences.yaml': `parts:
  texts: { ground: own-words, note: Ours., reviewed: 2026-11-24 }
  names: { ground: facts, note: Facts., reviewed: 2026-11-24 }
  sources: { ground: facts, note: Facts., reviewed: 2026-11-24 }
  passages: { ground: quotation, note: Few words., reviewed: 2026-11-24 }
  cues: { ground: own-words, note: Ours., reviewed: 2026-11-24 }
`,
  'cues/cameras.yaml': 'id: cameras\nnote: Cameras.\nwords:\n  en: [camera, cameras]\n',
  'entities/acme.yaml': `id: acme
kind: vendor
name: Acme Vision
summary: Camera maker in Serbia.
summaryFrom: [founded-2011]
places: [RS]
reviewed: 2026-11-24
aliases:
  - { text: Acme, needs: [[cue:cameras, first-full-name]] }
statements:
  - id: founded-2011
    text: Acme Vision was founded in 2011 and makes cameras.
    event: '2011'
    speaker: acme
    act: states
    basis: company-text
    sources: [acme-2012]
  - id: sold-2019
    about: [acme, square]
    text: Acme Vision sold cameras for the square, the paper reported.
    event: 2019-03
    speaker: The Paper
    act: reports
    basis: reporting
    sources: [paper-2019#sold]
relations:
  - { type: related-to, target: square, sources: [paper-2019#square] }
sources:
  acme-2012:
    url: https://acme.example/about
    title: About us
    publisher: Acme Vision
    lang: en
    published: 2012-01-05
    read: 2026-11-24
    interest: company
    passages:
      founded: { start: founded in 2011, end: makes cameras }
  paper-2019:
    url: https://paper.example/cameras
    title: Cameras for the square
    publisher: The Paper
    lang: en
    published: 2019-03-20
    read: 2026-11-24
    passages:
      sold: { start: sold the cameras, end: for the square }
      square: { start: the square will, end: be watched }
`,
  'entities/square.yaml': `id: square
kind: project
name: Square Watch
summary: Camera project in Serbia.
summaryFrom: [acme/sold-2019]
places: [RS]
reviewed: 2026-11-24
statements:
  - id: plan-2018
    text: The city planned the project.
    event: '2018'
    speaker: The City
    act: plans
    basis: official-text
    sources: [city-2018]
sources:
  city-2018:
    url: https://city.example/plan
    publisher: The City
    lang: en
    published: '2018'
    read: 2026-11-24
    passages:
      plan: { start: the city plans, end: a project }
`,
};

/** Writes the good files, changed or extended by `over` (null leaves one out), and returns the folder. It goes when the test file is done. */
export function datasetFolder(over: Readonly<Record<string, string | Uint8Array | null>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'sidelight-dataset-'));
  made.push(root);
  for (const folder of ['entities', 'drafts', 'cues']) mkdirSync(join(root, folder));
  for (const [name, text] of Object.entries({ ...GOOD_FILES, ...over })) {
    if (text === null) continue;
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

/** One of the good files with the first occurrence of `before` replaced, and of `more` pairs. Fails when there is none. */
export function changed(
  file: string,
  before: string,
  after: string,
  ...more: readonly (readonly [string, string])[]
): Record<string, string> {
  let text = GOOD_FILES[file] ?? '';
  for (const [old, now] of [[before, after] as const, ...more]) {
    if (!text.includes(old)) throw new Error(`${file} has no ${JSON.stringify(old)}`);
    text = text.replace(old, () => now);
  }
  return { [file]: text };
}

/** A third record that no other names, with lines put after its first. */
export function loneRecord(...lines: readonly string[]): string {
  return `${lines[0]?.startsWith('id:') ? '' : 'id: lone\n'}${lines.join('\n')}
kind: law
name: Lone Act
summary: Law in Serbia.
summaryFrom: [passed-2018]
reviewed: 2026-11-24
statements:
  - id: passed-2018
    text: The parliament passed the Lone Act.
    event: '2018'
    speaker: The Parliament
    act: adopts
    basis: official-text
    sources: [gazette-2018]
sources:
  gazette-2018:
    url: https://gazette.example/1
    publisher: The Gazette
    lang: en
    published: '2018'
    read: 2026-11-24
    passages:
      passed: { start: the act, end: was passed }
`;
}
