/** What the benchmarks need of the matcher; bundled by engine.ts. */

export { buildIndex } from '../../src/core/linking/build-index.ts';
export { allEndings } from '../../src/core/linking/endings.ts';
export { MAY_DECLINE } from '../../src/core/linking/form.ts';
export { openIndex } from '../../src/core/linking/index-bytes.ts';
export { spot } from '../../src/core/linking/spot.ts';
export { fold } from '../../src/core/text/fold.ts';
