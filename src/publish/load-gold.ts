/** Reads the gold set: one YAML file per language, a list of labelled texts. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { GOLD_KINDS, type GoldItem, parseMarkedText } from './gold/labels.ts';
import { DatasetError, type Problem } from './problem.ts';
import { readYamlFile } from './yaml-file.ts';

const goldFileSchema = z.array(
  z.strictObject({
    id: z.string().min(1),
    kind: z.enum(GOLD_KINDS),
    lang: z.string().min(2),
    text: z.string().min(1),
  }),
);

/**
 * Every text of the YAML files in `folder`, by file name.
 * @throws DatasetError with every unreadable file, broken label, and id that is used twice
 */
export function loadGold(folder: string): GoldItem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const items = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => loadGoldFile(join(folder, name), name, seen, problems));
  if (problems.length > 0) throw new DatasetError(problems);
  return items;
}

function loadGoldFile(path: string, file: string, seen: Set<string>, problems: Problem[]): GoldItem[] {
  const yaml = readYamlFile(path, file);
  if (Array.isArray(yaml)) {
    problems.push(...yaml);
    return [];
  }
  const problem = (at: readonly PropertyKey[], message: string, mend: string) => {
    problems.push({ file, line: yaml.lineOf(at), rule: 'gold', message, mend });
    return [];
  };
  const parsed = goldFileSchema.safeParse(yaml.value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      problem(issue.path, issue.message, 'each text has id, kind (sentence, article, trap), lang and text');
    }
    return [];
  }
  return parsed.data.flatMap((entry, i) => {
    if (seen.has(entry.id)) return problem([i], `the id ${entry.id} is used twice`, 'give it another');
    seen.add(entry.id);
    try {
      return [{ ...entry, ...parseMarkedText(entry.text) }];
    } catch (error) {
      return problem([i, 'text'], error instanceof Error ? error.message : String(error), 'mend the label');
    }
  });
}
