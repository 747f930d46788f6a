/** The tools script's side of its door (page/card-tools-door.ts). It brings its own Preact: cards need not carry more for it. */
import { render } from 'preact';
import type { CardTools } from '../../page/card-tools-door.ts';
import { TOOL } from '../strings.ts';
import { speak } from '../words.ts';
import { Cite } from './cite.tsx';
import { NotThis } from './not-this.tsx';
import { Report } from './report.tsx';
import { TOOL_TABLES } from './strings.ts';
import css from './tools.css?inline';
import { Why } from './why.tsx';

export function createCardTools(): CardTools {
  return {
    mount(element, request) {
      // What the card was given is for its tools as well; English needs nothing. Of the card's tables they show this one.
      if (globalThis.sidelightWords) speak(globalThis.sidelightWords, { TOOL, ...TOOL_TABLES });
      const { tool } = request;
      render(
        <>
          <style>{css}</style>
          {tool === 'cite' && <Cite request={request} />}
          {tool === 'why' && <Why request={request} />}
          {tool === 'not-this' && <NotThis request={request} />}
          {tool === 'report' && <Report request={request} />}
        </>,
        element,
      );
      return () => render(null, element);
    },
  };
}
