/**
 * The reader's datasets: what is here, how old, how its updates are doing, and the ways to change that. A settings page mounts
 * it as it is: `<Datasets worker={…} askPermission={…} now={Date.now} />`, with updates.css.
 */
import type { Calls } from '../../messages/envelope.ts';
import type { ToWorker } from '../../messages/to-worker.ts';
import { AddDataset } from './add-dataset.tsx';
import { DatasetItem } from './dataset-item.tsx';
import { useUpdateState } from './use-update-state.ts';
import { UPDATES } from './words.ts';

export interface DatasetsProps {
  readonly worker: Pick<
    Calls<ToWorker>,
    'updateState' | 'checkForUpdates' | 'addRepository' | 'changeRepository' | 'removeRepository'
  >;
  /** Asks the browser to allow requests to an address. Called straight from a click. */
  readonly askPermission: (address: string) => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function Datasets({ worker, askPermission, now }: DatasetsProps) {
  const { repositories, refresh } = useUpdateState(worker);
  const after = (work: Promise<unknown>) => void work.catch(() => undefined).then(refresh);
  return (
    <div class="datasets">
      <p class="note">{UPDATES.intro}</p>
      {repositories?.map((repository) => (
        <DatasetItem
          key={repository.id}
          repository={repository}
          now={now()}
          check={() => after(worker.checkForUpdates({ repository: repository.id }))}
          allow={(address) =>
            after(
              askPermission(address).then((granted) =>
                granted ? worker.checkForUpdates({ repository: repository.id }) : null,
              ),
            )
          }
          turn={(enabled) => after(worker.changeRepository({ id: repository.id, enabled }))}
          remove={() => after(worker.removeRepository({ id: repository.id }))}
        />
      ))}
      <AddDataset
        askPermission={askPermission}
        add={async (request) => {
          await worker.addRepository(request);
          refresh();
        }}
      />
    </div>
  );
}
