/** The page's reading half, as one module: bundled for browsers by bundle.ts. */
export { browserHighlights, createMarks } from '../../src/page/marks/highlights.ts';
export { mentionAt } from '../../src/page/marks/hit-test.ts';
export { findArticle } from '../../src/page/read/find-article.ts';
export { flowsInline } from '../../src/page/read/flow.ts';
export { locate } from '../../src/page/read/text-map.ts';
export { readText } from '../../src/page/read/text-walk.ts';
export { createShownCheck } from '../../src/page/read/visible.ts';
