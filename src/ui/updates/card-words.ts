/** What a card says about its age, its dataset and its updates: apart from the words of the settings, which no card needs. */
import type { UpdateStatus } from '../../core/dataset/update-status.ts';

/** Behind the dataset's age, where there is something to know; few words. */
export const UPDATE_NOTICE: Partial<Record<UpdateStatus, string>> = {
  stopped: 'updates have stopped',
  refused: 'an update was refused',
  clock: 'clock looks wrong',
  'disk-full': 'no room for updates',
};

export const DATASET = {
  reviewed: (date: string) => `Reviewed ${date}`,
  /** Once the next review is overdue. */
  reviewOverdue: (date: string) => `As of ${date}, review overdue`,
  dataset: (day: string) => `Dataset of ${day}`,
  version: (version: string) => `Version ${version}`,
  source: (label: string) => `From “${label}”, a dataset you added`,
  alsoIn: (label: string) => `Also in “${label}”`,
};
