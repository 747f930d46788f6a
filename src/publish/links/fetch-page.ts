/** One page from the web as text, with a limit on time and size, and an error that says what happened. */
import { visibleText } from '../visible-text.ts';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 8 * 1024 * 1024;
const USER_AGENT = 'Sidelight-links/1 (checks that cited passages still stand)';

export interface FetchedPage {
  readonly status: number;
  /** The page's words; null when it is not text (a PDF, an image). */
  readonly text: string | null;
}

/** @throws Error naming the cause: no connection, time out, too large */
export async function fetchPage(url: string): Promise<FetchedPage> {
  const response = await fetch(url, {
    redirect: 'follow',
    credentials: 'omit',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { 'user-agent': USER_AGENT, accept: 'text/html,application/xhtml+xml,text/plain;q=0.9' },
  });
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok || !/html|text\/plain/.test(type)) {
    await response.body?.cancel();
    return { status: response.status, text: null };
  }
  const body = await readBody(response);
  return { status: response.status, text: /html/.test(type) ? await wholeText(body) : body };
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_BYTES) throw new Error(`is larger than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  const charset = /charset=([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  return decoderFor(charset).decode(Buffer.concat(chunks));
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder('utf-8');
  }
}

/** The article's text, and behind it all text between tags: a passage may stand in a box that no article holds. */
async function wholeText(html: string): Promise<string> {
  const { text } = await visibleText(html);
  const rest = html
    .replace(/<(script|style|template)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#0?39;|&rsquo;|&#8217;/g, '’');
  return `${text}\n${rest}`;
}
