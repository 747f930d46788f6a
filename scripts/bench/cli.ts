/** `npm run bench -- [--json] [--only matcher,card,pages,updates]`: figures as ratios, side by side in one run. */
import { parseArgs } from 'node:util';
import { benchCard } from './card.ts';
import { benchLibrary } from './library.ts';
import { benchMatcher } from './matcher.ts';
import { benchPages } from './pages.ts';
import { benchUpdates } from './updates.ts';

const SECTIONS = {
  matcher: benchMatcher,
  card: benchCard,
  pages: benchPages,
  library: benchLibrary,
  updates: benchUpdates,
} as const;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const wanted = values.only?.split(',') ?? Object.keys(SECTIONS);
const log = (line: string) => console.error(line);
const report: Record<string, unknown> = {};
for (const name of wanted) {
  const section = SECTIONS[name as keyof typeof SECTIONS];
  if (!section) {
    console.error(`there is no section ${name}; there are: ${Object.keys(SECTIONS).join(', ')}`);
    process.exit(2);
  }
  report[name] = await section(log);
}
console.log(JSON.stringify(report, null, values.json ? 0 : 2));
