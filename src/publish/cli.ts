/** `npm run dataset -- COMMAND`: the maintainers' command line. */
import { runDataset } from './commands.ts';

process.exitCode = await runDataset(process.argv.slice(2));
