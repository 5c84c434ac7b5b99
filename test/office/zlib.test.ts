import { inflateRawSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';

const TEXT = new TextEncoder().encode('計画どおり進んでいる。'.repeat(500));

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

describe.each([
  ['where the platform has zlib', true],
  ['in a browser', false],
])('%s', (_, native) => {
  const load = async () => {
    if (!native) vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    const { zlib } = await import('../../src/office/zlib.ts');
    expect(zlib !== undefined).toBe(native);
    const [out, back, guard] = await Promise.all([
      import('../../src/office/deflate.ts'),
      import('../../src/office/inflate.ts'),
      import('../../src/office/guard.ts'),
    ]);
    return { ...out, ...back, ...guard };
  };

  it('deflates for a zip, for a PDF, and quickly', async () => {
    const { deflate, deflateFast, deflateFramed, deflateFramedFast } = await load();
    for (const way of [deflate, deflateFast]) {
      expect(new Uint8Array(inflateRawSync(way(TEXT)))).toEqual(TEXT);
    }
    for (const way of [deflateFramed, deflateFramedFast]) {
      expect(new Uint8Array(inflateSync(way(TEXT)))).toEqual(TEXT);
      expect(way(TEXT).length).toBeLessThan(TEXT.length / 50);
    }
  });

  it('gives bytes whose slices are copies', async () => {
    const { deflate, deflateFramed, deflateFramedFast, inflate } = await load();
    const whole = inflate(deflate(TEXT), TEXT.length);
    for (const bytes of [deflate(TEXT), deflateFramed(TEXT), deflateFramedFast(TEXT), whole]) {
      if (typeof bytes === 'string') throw new Error(bytes);
      expect(bytes.slice().buffer).not.toBe(bytes.buffer);
    }
  });

  it('inflates within a bound, and tells what is cut off', async () => {
    const { inflate } = await load();
    const bytes = fc.uint8Array({ maxLength: 2000 });
    fc.assert(
      fc.property(bytes, fc.nat(9), fc.nat(2000), (given, level, cut) => {
        const packed = deflateSync(given, { level: level as 0 });
        expect(inflate(packed, given.length)).toEqual(given);
        if (given.length > 0) expect(inflate(packed, given.length - 1)).toBe('larger');
        if (cut < packed.length && cut > 0)
          expect(inflate(packed.subarray(0, cut), given.length)).toBe('broken');
      }),
    );
  });

  it('sums bytes up as every zip does', async () => {
    const { checksum } = await load();
    const digits = new TextEncoder().encode('123456789');
    // the check value of CRC-32 (ISO-HDLC)
    expect(checksum(digits)).toBe(0xcbf43926);
    expect(checksum(new Uint8Array())).toBe(0);
  });

  it('takes nothing for nothing', async () => {
    const { inflate } = await load();
    expect(inflate(new Uint8Array(), 0)).toEqual(new Uint8Array());
  });

  it('stops a stream that goes on and on', async () => {
    const { inflate } = await load();
    const bomb = deflateSync(new Uint8Array(50_000_000));
    expect(inflate(bomb, 1_000_000)).toBe('larger');
  });
});
