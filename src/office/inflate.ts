/** Inflating with a bound: what is packed may be far larger than it says, and is stopped while it grows. */
import { Inflate, inflateSync } from 'fflate';
import { joinedBytes } from '../bytes.ts';
import { plainBytes, zlib } from './zlib.ts';

/** How much is inflated at once: at most `MOST_TIMES` this is unpacked before it is looked at again. */
const STEP = 16 * 1024;
/** No byte of a deflated stream stands for more. */
const MOST_TIMES = 1032;

/**
 * The unpacked bytes of a deflated stream, or why there are none: `larger` than `most` bytes, or `broken`, no such
 * stream or one that is cut off.
 */
export function inflate(packed: Uint8Array, most: number): Uint8Array | 'larger' | 'broken' {
  if (packed.length === 0) return packed;
  if (zlib !== undefined) return inflateBy(zlib, packed, most);
  const short = packed.length <= STEP ? inflateShort(packed, most) : undefined;
  if (short !== undefined) return short;
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      if (length > most) return 'larger';
    }
  } catch {
    return 'broken';
  }
  return joinedBytes(chunks);
}

function inflateBy(
  { inflateRawSync }: NonNullable<typeof zlib>,
  packed: Uint8Array,
  most: number,
): Uint8Array | 'larger' | 'broken' {
  const chunkSize = Math.min(Math.max(most, SMALLEST_CHUNK), STEP);
  try {
    const whole = inflateRawSync(packed, { maxOutputLength: Math.max(most, 1), chunkSize });
    return whole.length > most ? 'larger' : plainBytes(whole);
  } catch (error) {
    const isLarger = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isLarger ? 'larger' : 'broken';
  }
}

/** In as many bytes zlib gives what it has, at the least. */
const SMALLEST_CHUNK = 64;

/** A stream of one step, as most parts are, which is several times as quick; undefined where it is not sound. */
function inflateShort(packed: Uint8Array, most: number): Uint8Array | undefined {
  // what does not fit is not written, so one byte more tells
  const out = new Uint8Array(Math.min(most, packed.length * MOST_TIMES) + 1);
  try {
    const whole = inflateSync(packed, { out });
    return whole.length > most ? undefined : whole;
  } catch {
    return undefined;
  }
}
