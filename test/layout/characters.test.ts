import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unitEnd } from '../../src/layout/characters.ts';

const unitsOf = (text: string): string[] => {
  if (text === '') return [];
  const end = unitEnd(text, 0);
  return [text.slice(0, end), ...unitsOf(text.slice(end))];
};

describe('unitEnd', () => {
  it('ends before the next base, and leaves with it what stands on it or is never seen', () => {
    expect(unitsOf('か\u309aA\u0301葛\u{E0100}𠮷')).toEqual(['か\u309a', 'A\u0301', '葛\u{E0100}', '𠮷']);
    expect(unitsOf('協\u200b働\n\ta')).toEqual(['協\u200b', '働\n', '\t', 'a']);
    expect(unitsOf('\u0301\ud842a')).toEqual(['\u0301', '\ud842', 'a']);
    expect(unitsOf('')).toEqual([]);
  });

  it('says the same of any text as the classes of Unicode do', () => {
    const units = /.(?:(?!\t)[\p{M}\p{Cc}\p{Default_Ignorable_Code_Point}])*/gsu;
    const odd = fc.constantFrom(
      '\u0301',
      '\u309a',
      '\u{E0100}',
      '\ufe0f',
      '\u200b',
      '\t',
      '\n',
      '\ud842',
      '\udfb7',
    );
    const text = fc.array(fc.oneof(fc.string({ unit: 'binary' }), odd)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (any) => {
        expect(unitsOf(any)).toEqual(any.match(units) ?? []);
      }),
    );
  });
});
