/** Two threads that share the work of drawing: each has every other sheet. */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { each, outbox } from './paper.mjs';
import { ours } from './pdf.mjs';
import { makeSheets } from './sheets.mjs';

const THREADS = 2;

/** @returns a way's work, which is done when both are done */
export async function openPair(sheets) {
  const workers = Array.from({ length: THREADS }, (_, own) => {
    return new Worker(new URL(import.meta.url), { workerData: { count: sheets.length, own } });
  });
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return {
    run: () =>
      Promise.all(
        workers.map((worker) => {
          worker.postMessage('run');
          return once(worker, 'message');
        }),
      ),
  };
}

if (!isMainThread && workerData?.own !== undefined) {
  const { count, own } = workerData;
  const mine = makeSheets(count).filter((_, i) => i % THREADS === own);
  const { run } = each(mine, outbox(`pair-${own}`, 'pdf'), ours);
  parentPort.on('message', async () => {
    await run();
    parentPort.postMessage('done');
  });
  parentPort.postMessage('ready');
}
