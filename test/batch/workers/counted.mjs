/** Loaded before the program: each of its threads but the first says that it begins. */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) writeSync(2, 'a worker begins\n');
