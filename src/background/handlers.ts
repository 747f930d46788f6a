/** What happens behind each message to the worker. */
import type { UpdateStatus } from '../core/dataset/update-status.ts';
import type { WordPart, Words } from '../core/words/fill.ts';
import type { InterfaceLanguage } from '../core/words/languages.ts';
import { CallError, type Handlers } from '../messages/envelope.ts';
import type { ToWorker } from '../messages/to-worker.ts';
import { CORE } from '../storage/dataset-database.ts';
import type { ReleaseStore } from '../storage/releases.ts';
import { announced, announcementIn } from './announcement.ts';
import { createConnections } from './connections.ts';
import type { Dataset } from './dataset.ts';
import type { LinkedPages } from './linked-pages.ts';
import { pageOf } from './page-of.ts';
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

/** What of its dataset's updates a card tells. */
const NOTICED: ReadonlySet<UpdateStatus> = new Set(['stopped', 'refused', 'clock', 'disk-full']);

export function createHandlers(host: HandlerHost): Handlers<ToWorker, CallSender> {
  const connections = createConnections(host.store);
  // A text comes as soon as its page was read. What fails here is tried again then, and told.
  const openLinker = () => void host.dataset.linker().catch(() => null);
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
      const injected = host.injectReader(...pageOf(sender, 'the reader'));
      openLinker();
      await injected;
      return null;
    },
    prepareLinking() {
      openLinker();
      return null;
    },
    async injectHands(_, sender) {
      await host.injectHands(...pageOf(sender, 'hands'));
      return null;
    },
    mayRead: (_, { url }) => url !== undefined && host.hasAccess(url),
    async injectCardScript(_, sender) {
      await host.injectCardScript(...pageOf(sender, 'the card script'));
      return null;
    },
    async injectToolsScript(_, sender) {
      await host.injectToolsScript(...pageOf(sender, 'the tools script'));
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
