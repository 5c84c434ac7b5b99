/** Loaded before the program: a thread of it dies when it begins to read a certain file. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const open = fs.createReadStream;
fs.createReadStream = (path, ...rest) => {
  if (!isMainThread && String(path).endsWith('no3.txt')) process.exit(9);
  return open(path, ...rest);
};
syncBuiltinESMExports();
