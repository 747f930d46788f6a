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

/** Writes the good files, changed or extended by `over`, and returns the folder. It goes when the test file is done. */
export function datasetFolder(over: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'sidelight-dataset-'));
  made.push(root);
  for (const folder of ['entities', 'drafts', 'cues']) mkdirSync(join(root, folder));
  for (const [name, text] of Object.entries({ ...GOOD_FILES, ...over })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

/** One of the good files with the first occurrence of `before` replaced. Fails when there is none. */
export function changed(file: string, before: string, after: string): Record<string, string> {
  const text = GOOD_FILES[file];
  if (!text?.includes(before)) throw new Error(`${file} has no ${JSON.stringify(before)}`);
  return { [file]: text.replace(before, after) };
}
