/** Loaded before the program: the system gives it no more threads. */
import threads from 'node:worker_threads';

threads.Worker = class {
  constructor() {
    throw Object.assign(new Error('EAGAIN'), { code: 'ERR_WORKER_INIT_FAILED' });
  }
};
