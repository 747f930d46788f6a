/** What happens behind each message to the worker. */
import { z } from 'zod';
import type { UpdateStatus } from '../core/dataset/update-status.ts';
import { WORD_PARTS, type WordPart, type Words } from '../core/words/fill.ts';
import type { InterfaceLanguage } from '../core/words/languages.ts';
import { CallError, type Handlers } from '../messages/envelope.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import { CORE } from '../storage/dataset-database.ts';
import type { ReleaseStore } from '../storage/releases.ts';
import { announced, announcementIn } from './announcement.ts';
import { createConnections } from './connections.ts';
import type { Dataset } from './dataset.ts';
import type { LinkedPages } from './linked-pages.ts';
import { inReadersScript } from './readers-script.ts';
import type { Updates } from './updates.ts';

export interface HandlerHost {
  readonly dataset: Dataset;
  readonly updates: Updates;
  readonly store: Pick<ReleaseStore, 'current' | 'entities'>;
  readonly pages: LinkedPages;
  /** Does what a reader waits for, before everything that can wait. */
  first<T>(work: () => Promise<T>): Promise<T>;
  injectReader(tab: number, frame: number): Promise<void>;
  injectHands(tab: number, frame: number): Promise<void>;
  injectCardScript(tab: number, frame: number): Promise<void>;
  injectToolsScript(tab: number, frame: number): Promise<void>;
  /** Whether the browser grants access to this address. */
  hasAccess(url: string): Promise<boolean>;
  readWords(part: WordPart): Promise<Words>;
  readersLanguage(): Promise<InterfaceLanguage>;
  /** Deletes all that is stored, the database included. */
  eraseStored(): Promise<void>;
  openTab(url: string, besideTab: number | undefined): Promise<void>;
  /** Opens the page that says where updates come from, if there is such a place and the reader was not told. */
  tellOfUpdates(): Promise<void>;
}

export interface CallSender {
  readonly tab: number | undefined;
  readonly frame: number | undefined;
  readonly url: string | undefined;
  /** One of the extension's own pages, and no content script. */
  readonly ownPage: boolean;
}

/** UTF-16 units; a page of some three million words. */
const MAX_TEXT = 20_000_000;

/** What of its dataset's updates a card tells. */
const NOTICED: ReadonlySet<UpdateStatus> = new Set(['stopped', 'refused', 'clock', 'disk-full']);

const repositoryId = z.string().regex(/^(?:core|d[0-9a-f]{12})$/);
/** What it may say is decided with the other labels in view (src/core/dataset/label.ts). */
const label = z.string().max(40);
const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

/** Form of each argument; what does not fit is answered with bad-message. */
export const toWorkerArguments = {
  cards: z.object({ ids: z.array(z.string().max(120)).max(500) }),
  injectReader: z.null(),
  injectHands: z.null(),
  mayRead: z.null(),
  path: z.object({
    from: z.string().max(120),
    to: z.string().max(120),
    preferred: z.array(z.string().max(120)).max(500),
  }),
  injectCardScript: z.null(),
  injectToolsScript: z.null(),
  announcement: z.discriminatedUnion('what', [
    z.object({ what: z.literal('found'), mentions: z.int().min(0), entities: z.int().min(0) }),
    z.object({ what: z.enum(['paused', 'goesOn']) }),
  ]),
  words: z.object({ part: z.enum(WORD_PARTS) }),
  openSource: z.object({ url: z.url({ protocol: /^https?$/ }).max(4000) }),
  datasetInfo: z.null(),
  linkPage: z.object({
    page: z.string().max(80),
    from: z.int().nullable(),
    language: z.string().max(40).nullable(),
    changes: z.array(
      z.object({ at: z.int().min(0), remove: z.int().min(0), insert: z.array(z.string().max(MAX_TEXT)) }),
    ),
  }),
  eraseEverything: z.null(),
  updateState: z.null(),
  updatePlaceShown: z.object({ address: z.url({ protocol: /^https?$/ }).max(400) }),
  checkForUpdates: z.object({ repository: repositoryId.nullable() }),
  addRepository: z.object({ address: z.string().max(400), fingerprint: z.string().max(200), label, colour }),
  changeRepository: z.object({
    id: repositoryId,
    label: label.optional(),
    colour: colour.optional(),
    enabled: z.boolean().optional(),
  }),
  removeRepository: z.object({ id: repositoryId }),
} satisfies Record<keyof ToWorker, z.ZodType>;

export function createHandlers(host: HandlerHost): Handlers<ToWorker, CallSender> {
  const connections = createConnections(host.store);
  return {
    async cards({ ids }) {
      const [cards, known, language] = await Promise.all([
        host.dataset.cards(ids),
        host.first(() => host.updates.state()),
        host.readersLanguage(),
      ]);
      const states = new Map(known.map((state) => [state.id, state.status]));
      const told = cards.map((card) => {
        const status = states.get(card.dataset?.id ?? CORE);
        return status && NOTICED.has(status) ? { ...card, updates: status } : card;
      });
      return inReadersScript(told, language);
    },
    async path({ from, to, preferred }) {
      await host.dataset.hasRelease();
      return connections.path(from, to, preferred);
    },
    async injectReader(_, sender) {
      if (sender.tab === undefined) throw new CallError('forbidden', 'only a page can be given the reader');
      await host.injectReader(sender.tab, sender.frame ?? 0);
      return null;
    },
    async injectHands(_, sender) {
      if (sender.tab === undefined) throw new CallError('forbidden', 'only a page can be given hands');
      await host.injectHands(sender.tab, sender.frame ?? 0);
      return null;
    },
    mayRead: (_, { url }) => url !== undefined && host.hasAccess(url),
    async injectCardScript(_, sender) {
      if (sender.tab === undefined)
        throw new CallError('forbidden', 'only a page can be given the card script');
      await host.injectCardScript(sender.tab, sender.frame ?? 0);
      return null;
    },
    async injectToolsScript(_, sender) {
      if (sender.tab === undefined)
        throw new CallError('forbidden', 'only a page can be given the tools script');
      await host.injectToolsScript(sender.tab, sender.frame ?? 0);
      return null;
    },
    words: ({ part }) => host.readWords(part),
    announcement: async (request) => announcementIn(await host.readWords('announce'), request),
    async openSource({ url }, sender) {
      await host.openTab(url, sender.tab);
      return null;
    },
    async datasetInfo() {
      const info = await host.dataset.ready();
      const [core] = await host.updates.state();
      return { ...info, updates: core?.status ?? 'no-repository' };
    },
    async linkPage(request, { tab }) {
      const [reply, words] = await Promise.all([
        host.pages.link(`${tab ?? 'own'}/${request.page}`, request),
        request.from === null ? host.readWords('announce') : null,
      ]);
      return { ...reply, announcement: words && announced(words, reply) };
    },
    async eraseEverything(_, sender) {
      ownPageOnly(sender);
      // Alone: an update under way would write into what is being erased.
      await host.dataset.alone(() => host.eraseStored());
      await host.dataset.importBundled();
      await host.tellOfUpdates();
      return null;
    },
    async updateState() {
      await host.dataset.hasRelease();
      return host.updates.state();
    },
    async updatePlaceShown({ address }, sender) {
      ownPageOnly(sender);
      await host.updates.tell(address);
      void host.updates
        .checkDue()
        .catch((error: unknown) => console.error('sidelight: looking for updates failed', error));
      return null;
    },
    async checkForUpdates({ repository }, sender) {
      ownPageOnly(sender);
      const ids = (await host.updates.state()).map((state) => state.id);
      void host.updates
        .check(repository === null ? ids : ids.filter((id) => id === repository))
        .catch((error: unknown) => console.error('sidelight: looking for updates failed', error));
      return null;
    },
    addRepository(request, sender) {
      ownPageOnly(sender);
      return host.updates.add(request);
    },
    async changeRepository(request, sender) {
      ownPageOnly(sender);
      await host.updates.change(request);
      return null;
    },
    async removeRepository({ id }, sender) {
      ownPageOnly(sender);
      await host.updates.remove(id);
      return null;
    },
  };
}

/** Content scripts run in pages that may be hostile: they have no say in where releases come from. */
function ownPageOnly(sender: CallSender): void {
  if (!sender.ownPage) throw new CallError('forbidden', 'only the extension’s own pages may do this');
}
