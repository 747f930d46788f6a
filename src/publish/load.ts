/**
 * Loads the dataset folder: every record, draft, cue and the settings, each checked against its own schema.
 * Order is by file name, so that everything made from it is the same on every machine.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  type CandidateRecord,
  type CueRecord,
  candidateSchema,
  cueSchema,
  type DatasetSettings,
  type DraftRecord,
  draftSchema,
  type EntityRecord,
  recordSchema,
  settingsSchema,
} from '../core/dataset/record.ts';
import type { RepositorySettings } from '../core/dataset/release.ts';
import { type Ledger, ledgerSchema } from './ledger.ts';
import type { Problem } from './problem.ts';
import { schemaProblems } from './schema-problem.ts';
import { isRecordName, LEDGER, noRecords, strayFiles } from './stray-files.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/** A parsed file together with the means to say where something stands in it. */
export interface Loaded<T> extends YamlFile {
  readonly record: T;
}

export interface LoadedDataset {
  readonly settings: DatasetSettings;
  /** The file they came from; null when it could not be read. */
  readonly settingsFile: Loaded<DatasetSettings> | null;
  /** On what ground each part of the dataset is in it; null when that could not be read. */
  readonly ledger: Loaded<Ledger> | null;
  /** Where readers get later releases, with the text of the root metadata; null when the settings name none. */
  readonly repository: RepositorySettings | null;
  readonly entities: readonly Loaded<EntityRecord>[];
  readonly drafts: readonly Loaded<DraftRecord>[];
  readonly candidates: readonly Loaded<CandidateRecord>[];
  readonly cues: readonly Loaded<CueRecord>[];
  /** Files that could not be read, as `entities/id`: nobody else is to be blamed for naming what is in them. */
  readonly unreadable: readonly string[];
  /** Problems of single files; a file with problems is not in the lists above. */
  readonly problems: readonly Problem[];
}

/** Reads the dataset below `root` (the folder with dataset.yaml). Never throws for bad content: see `problems`. */
export function loadDataset(root: string): LoadedDataset {
  const problems: Problem[] = [...strayFiles(root), ...noRecords(root)];
  const unreadable: string[] = [];
  const load = <S extends z.ZodType>(folder: string, schema: S): Loaded<z.infer<S>>[] =>
    yamlNames(join(root, folder)).flatMap((name) => {
      const loaded = loadFile(join(root, folder, name), `${folder}/${name}`, schema, problems);
      if (loaded === null) unreadable.push(`${folder}/${name.replace(/\.yaml$/, '')}`);
      return loaded ? [loaded] : [];
    });

  const entities = load('entities', recordSchema);
  const drafts = load('drafts', draftSchema);
  const candidates = load('candidates', candidateSchema);
  const cues = load('cues', cueSchema);
  for (const loaded of [...entities, ...candidates, ...cues]) {
    const expected = `${loaded.record.id}.yaml`;
    if (!loaded.file.endsWith(`/${expected}`)) {
      problems.push({
        file: loaded.file,
        line: loaded.lineOf(['id']),
        rule: 'id',
        message: `the id ${loaded.record.id} and the file's name differ`,
        mend: `name the file ${expected} (ids stay as they are)`,
      });
    }
  }
  const settings = loadFile(join(root, 'dataset.yaml'), 'dataset.yaml', settingsSchema, problems);
  const ledger = loadLedger(root, problems);
  return {
    settings: settings?.record ?? {
      version: '0000.00.00',
      licence: 'CC-BY-4.0',
      redirects: {},
      withdrawn: [],
      floors: { kinds: {}, places: {}, names: {}, sources: {} },
    },
    settingsFile: settings,
    ledger,
    repository: settings ? loadRepository(root, settings, problems) : null,
    entities,
    drafts,
    candidates,
    cues,
    unreadable,
    problems,
  };
}

function loadRepository(
  root: string,
  settings: Loaded<DatasetSettings>,
  problems: Problem[],
): RepositorySettings | null {
  const { updates } = settings.record;
  if (!updates) return null;
  const path = join(root, updates.root);
  if (existsSync(path)) return { address: updates.address, root: readFileSync(path, 'utf8') };
  problems.push({
    file: 'dataset.yaml',
    line: settings.lineOf(['updates', 'root']),
    rule: 'updates',
    message: `there is no ${updates.root} beside dataset.yaml`,
    mend: 'copy the repository’s metadata/1.root.json there (or a later root) under that name',
  });
  return null;
}

function loadLedger(root: string, problems: Problem[]): Loaded<Ledger> | null {
  const path = join(root, LEDGER);
  if (existsSync(path)) return loadFile(path, LEDGER, ledgerSchema, problems);
  problems.push({
    file: LEDGER,
    line: 1,
    rule: 'licence',
    message: 'there is no licence ledger',
    mend: 'say on what ground each part of the dataset is in it: see docs/dataset.md',
  });
  return null;
}

/** A folder that does not exist is an empty one: git keeps no empty folders. What is no plain file is told by strayFiles. */
function yamlNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isRecordName(entry.name))
    .map((entry) => entry.name)
    .sort();
}

function loadFile<S extends z.ZodType>(
  path: string,
  file: string,
  schema: S,
  problems: Problem[],
): Loaded<z.infer<S>> | null {
  const yaml = readYamlFile(path, file);
  if (Array.isArray(yaml)) {
    problems.push(...yaml);
    return null;
  }
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return { ...yaml, record: parsed.data };
  problems.push(...schemaProblems(yaml, schema, parsed.error.issues));
  return null;
}
