/** A worker in place of the real one, which does to each task what its name says. */
export default async ({ source }) => {
  if (source === 'exit') process.exit(3);
  if (source === 'throw') throw new Error('thrown');
  if (source === 'memory')
    for (const held = []; ; ) held.push(Array.from({ length: 10_000 }, () => held.length));
  if (source === 'forever') for (;;) Math.random();
  return { outcome: { source, readings: [], outputs: [] }, waiting: [] };
};
