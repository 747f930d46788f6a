/** How the parts of a card ask for one of its tools. */
import type { CardStatement } from '../../core/dataset/card.ts';
import type { Tool } from '../../page/card-tools-door.ts';

/** For one statement, or with null for the whole card. */
export type OpenTool = (tool: Tool, statement: CardStatement | null) => void;
