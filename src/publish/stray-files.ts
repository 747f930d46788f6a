/** What lies in the dataset's folder and would never be read: a record under a name that nobody looks for is half lost. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

export const LEDGER = 'licences.yaml';

/** Folders of files of ours; only the first four are read by the checker, `corrections` is kept by `triage`. */
const FOLDERS = ['entities', 'drafts', 'cues', 'candidates', 'corrections'];
const ROOT_FILES = /^(?:dataset\.yaml|licences\.yaml|template\.yaml|LICENSE|README\.md|[\w.-]+\.json)$/;

/** True for a name that is read as a record. */
export function isRecordName(name: string): boolean {
  return /^[^.].*\.yaml$/.test(name);
}

/** A dataset without a single record is the wrong folder, or one that was copied by halves. */
export function noRecords(root: string): Problem[] {
  const names = entriesOf(join(root, 'entities')).filter(({ name }) => isRecordName(name));
  return names.length > 0
    ? []
    : [
        {
          file: 'entities',
          line: 1,
          rule: 'file',
          message: 'there is no record in it',
          mend: 'copy template.yaml there as ID.yaml and write the first: see docs/dataset.md',
        },
      ];
}

/** Everything that is neither a known file nor in a known folder. Hidden files are an editor's or the system's, and let be. */
export function strayFiles(root: string): Problem[] {
  return [
    ...entriesOf(root).flatMap((entry) => {
      if (entry.isDirectory() ? FOLDERS.includes(entry.name) : entry.isFile() && ROOT_FILES.test(entry.name))
        return [];
      return [
        stray(entry.name, `nothing is read from it`, `records go into ${FOLDERS.slice(0, 3).join('/, ')}/`),
      ];
    }),
    ...FOLDERS.flatMap((folder) =>
      entriesOf(join(root, folder)).flatMap((entry) => {
        const name = `${folder}/${entry.name}`;
        if (entry.isFile() && isRecordName(entry.name)) return [];
        if (entry.isDirectory())
          return [
            stray(name, 'is a folder, and nothing is read from it', `put its files into ${folder}/ itself`),
          ];
        if (!entry.isFile()) return [stray(name, 'is a link and not a file', 'put the file itself here')];
        return [stray(name, 'is not read: its name does not end in .yaml', 'rename it, or take it away')];
      }),
    ),
  ];
}

function entriesOf(folder: string) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
}

function stray(file: string, message: string, mend: string): Problem {
  return { file, line: 1, rule: 'file', message, mend };
}
