/** How V8 is to keep a run over many sheets in memory; imported for what it does. */
import { setFlagsFromString } from 'node:v8';

// From large tables, which live long, V8 learns that what lays a sheet out lives long, too. From then on it puts all that
// sheets need where only a collection of the whole heap finds it: of a booklet of 1,000, half more memory.
setFlagsFromString('--no-allocation-site-pretenuring');
