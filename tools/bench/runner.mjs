/**
 * One way to do the work, in a process of its own, so that none lives among what another has left. Asked by messages:
 *
 *   node runner.mjs MODULE LIST PLACE SHEETS
 */
// all ways keep their memory as the command line does
import '../../dist/cli/heap.js';
import { timed } from './measure.mjs';
import { makeSheets } from './sheets.mjs';

const [module, list, place, count] = process.argv.slice(2);
const way = await (await import(module))[list][place].open(makeSheets(Number(count)));
// nobody's first sheets are measured
await way?.run();
process.on('message', async () => {
  const { cpu, wall } = await timed(way.run);
  process.send({ cpu, wall, bytes: way.size?.() });
});
process.on('disconnect', () => process.exit());
process.send({ isThere: way !== undefined, work: way?.work ?? Number(count) });
