import { inflateRawSync, inflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';

const TEXT = new TextEncoder().encode('計画どおり進んでいる。'.repeat(500));

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

describe.each([
  ['where the platform has zlib', true],
  ['in a browser', false],
])('deflating %s', (_, native) => {
  const load = () => {
    if (!native) vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined);
    return import('../../src/office/deflate.ts');
  };

  it('deflates for a zip, for a PDF, and quickly', async () => {
    const { deflate, deflateFramed, deflateQuickly } = await load();
    expect(inflateRawSync(deflate(TEXT))).toEqual(Buffer.from(TEXT));
    for (const way of [deflateFramed, deflateQuickly]) {
      expect(inflateSync(way(TEXT))).toEqual(Buffer.from(TEXT));
      expect(way(TEXT).length).toBeLessThan(TEXT.length / 50);
    }
  });
});
