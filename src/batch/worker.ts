/** A worker: a thread that does the tasks of an order; it opens the forms once. */
import { workerData } from 'node:worker_threads';
import { type OpenForm, openForm } from '../open-form.ts';
import { type Order, openTasks, type Task } from './task.ts';

/** What a worker is given when it begins. */
export interface Assignment {
  readonly order: Order;
  readonly workbooks: readonly Uint8Array[];
}

const { order, workbooks } = workerData as Assignment;
const opened = await Promise.all(workbooks.map((workbook) => openForm(workbook, '')));
const perform = openTasks(
  order,
  opened.flatMap(({ form }): OpenForm[] => (form === undefined ? [] : [form])),
);

export default (task: Task) => perform(task);
