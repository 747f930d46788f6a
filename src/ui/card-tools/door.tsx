/** The tools script's side of its door (page/card-tools-door.ts). It brings its own Preact: cards need not carry more for it. */
import { render } from 'preact';
import type { CardTools } from '../../page/card-tools-door.ts';
import { Cite } from './cite.tsx';
import { NotThis } from './not-this.tsx';
import { Report } from './report.tsx';
import css from './tools.css?inline';
import { Why } from './why.tsx';

export function createCardTools(): CardTools {
  return {
    mount(element, request) {
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
