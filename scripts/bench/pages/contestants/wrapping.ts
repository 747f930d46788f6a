/**
 * The usual way of highlighting, as hypothesis does it: text nodes are collected, and those that hold a hit are wrapped in
 * elements. The finding is done by the same engine as ours, in one go, so that what differs is collecting and wrapping.
 */

import { openIndex } from '../../../../src/core/linking/index-bytes.ts';
import { link } from '../../../../src/core/linking/link.ts';
import { openRules } from '../../../../src/core/linking/rules-bytes.ts';
import { fromBase64 } from '../../base64.ts';

declare const chrome: {
  storage: { local: { get(key: string): Promise<Record<string, { index: string; rules: string }>> } };
};

const { linkIndex } = await chrome.storage.local.get('linkIndex');
if (linkIndex) {
  const linker = {
    index: openIndex(fromBase64(linkIndex.index)),
    rules: openRules(fromBase64(linkIndex.rules)),
  };
  const nodes = textNodes(document.body);
  const starts: number[] = [];
  let text = '';
  for (const node of nodes) {
    starts.push(text.length);
    text += node.data;
  }
  // From the end, so that splitting a node leaves the offsets before it as they are.
  for (const { start, end } of link(linker, text, document.documentElement.lang).reverse()) {
    for (let i = starts.findLastIndex((at) => at < end); i >= 0; i--) {
      const node = nodes[i] as Text;
      const at = starts[i] as number;
      if (at + node.length <= start) break;
      wrap(node, Math.max(0, start - at), Math.min(node.length, end - at));
    }
  }
}

function wrap(node: Text, from: number, to: number): void {
  const words = from > 0 ? node.splitText(from) : node;
  if (to - from < words.length) words.splitText(to - from);
  const element = document.createElement('hypothesis-highlight');
  element.className = 'hypothesis-highlight';
  element.style.textDecoration = 'underline dotted 2px';
  words.replaceWith(element);
  element.append(words);
}

function textNodes(root: Node): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
    /^(?:script|style|noscript|template)$/i.test(node.parentNode?.nodeName ?? '')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}
