/** Which of the card's tools is open, and all that it is asked with. */
import { useMemo, useState } from 'preact/hooks';
import type { Card, CardStatement } from '../../core/dataset/card.ts';
import type { OpenRequest } from '../../page/card-door.ts';
import type { Tool, ToolRequest } from '../../page/card-tools-door.ts';
import type { OpenTool } from './tools.ts';

interface Used {
  readonly tool: Tool;
  readonly statement: CardStatement | null;
}

export interface UsedTool {
  /** Null while the card itself is shown. */
  readonly toolRequest: ToolRequest | null;
  readonly openTool: OpenTool;
  readonly closeTool: () => void;
}

/** `card` is null while there is none to use a tool on; `leave` is called when the card makes way for one. */
export function useTool(
  card: Card | null,
  request: Pick<OpenRequest, 'page' | 'mention' | 'why' | 'nameOf' | 'suppress'>,
  address: ToolRequest['address'],
  leave: () => void,
): UsedTool {
  const [used, setUsed] = useState<Used | null>(null);
  const tool = card && used;
  const openTool: OpenTool = (wanted, statement) => {
    if (!tool) leave();
    setUsed({ tool: wanted, statement });
  };
  const toolRequest = useMemo(
    () =>
      tool && card
        ? {
            ...tool,
            card,
            page: request.page,
            mention: request.mention,
            why: request.why,
            address,
            nameOf: request.nameOf,
            suppress: request.suppress,
            go: openTool,
          }
        : null,
    [tool, card],
  );
  return { toolRequest, openTool, closeTool: () => setUsed(null) };
}
