/** Texts and JSON that are too large or made to be slow. */
import { MiB, many, noise } from './parts.mjs';

export function texts({ text }) {
  const lines = (count, line) => Buffer.from(many(count, line));
  const large = ['input-too-large'];
  const big = ['sheet-too-large'];
  const words = text.split(/[\t\n]+/).filter((word) => word !== '' && !word.includes('"'));
  return [
    ['200 MB of text', large, () => Buffer.alloc(200 * MiB, 'a\tb\n')],
    ['20 MB of text', large, () => Buffer.alloc(20 * MiB, 'a\tb\n')],
    ['15 MB without a line end', big, () => Buffer.alloc(15 * MiB, 'あ')],
    ['a line of a million fields', large, () => Buffer.alloc(MiB, '\t')],
    ['a line of 900,000 empty fields', ['input-empty'], () => Buffer.alloc(9e5, '\t')],
    ['900,000 empty lines', ['input-empty'], () => Buffer.alloc(9e5, '\n')],
    ['900,000 fields of one letter', big, () => Buffer.alloc(18e5, 'a\t')],
    ['15 MB of quotes', big, () => Buffer.alloc(15 * MiB, '"')],
    ['15 MB behind a quote', big, () => Buffer.concat([Buffer.from('"'), Buffer.alloc(15 * MiB, 'a')])],
    ['a quote at every field, none closed', big, () => Buffer.alloc(2 * MiB, '"a\t')],
    [
      '15 MB of high bytes',
      ['encoding-unknown', 'format-unknown', ...big],
      () => Buffer.alloc(15 * MiB, '\x81\xfe\xa4', 'latin1'),
    ],
    ['15 MB of noise', ['encoding-unknown', 'format-unknown', ...large, ...big], () => noise(15 * MiB)],
    [
      '15 MB of escapes',
      ['encoding-unknown', 'format-unknown', ...large, ...big],
      () => Buffer.alloc(15 * MiB, '\x1b$B!', 'latin1'),
    ],
    ['15 MB of tags', big, () => Buffer.alloc(15 * MiB, '<ul><li>')],
    ['5,000 rows of noise', ['form-unmatched'], () => lines(5000, (i) => `x${i}\ty\tz${i}\n`)],
    ['5,000 rows of labels', ['form-unmatched', 'read'], () => lines(5000, (i) => `${words[i % 20]}\t-\n`)],
    [
      'a sheet and 4,900 rows of labels',
      ['read'],
      () => Buffer.concat([Buffer.from(text), lines(4900, (i) => `${words[i % 20]}\t-\n`)]),
    ],
    [
      '5,000 rows of four labels',
      ['form-unmatched', 'read'],
      () => lines(5000, (i) => `${many(4, (c) => `${words[(i + c) % 20]}\t`)}\n`),
    ],
    [
      '190 rows of 100 labels',
      ['form-unmatched', 'read'],
      () => lines(190, () => `${many(100, (c) => `${words[c % 20]}\t`)}\n`),
    ],
    ['4,000 sheets in a file', ['read'], () => Buffer.from(`${text}\n`.repeat(4000))],
    ['4,000 sheets, of which the last is torn', big, () => Buffer.from(`${`${text}\n`.repeat(4000)}\n名`)],
    [
      '300 sheets, of which each is torn',
      big,
      () => Buffer.from(`${text.replace(words[1], '')}\n`.repeat(300)),
    ],
    ['a sheet and 300,000 rows', big, () => Buffer.from(text + 'x\n'.repeat(3e5))],
    ['80 sheets in a file', ['read'], () => Buffer.from(`${text}\n`.repeat(80))],
    ['a row of 10,000 words', ['form-unmatched', ...big], () => lines(10000, (i) => `x${i}\t`)],
    [
      'a sheet and a cell of 32,000 letters',
      ['read'],
      () => Buffer.from(`${text}\n\t\t${'あ・ 1年度'.repeat(4000)}\n`),
    ],
    [
      'a sheet and a cell of 30,000 lines',
      ['read'],
      () => Buffer.from(`${text}\n\t\t"${'・\n'.repeat(15000)}"\n`),
    ],
    ['JSON nested 100,000 deep', large, () => Buffer.from('['.repeat(1e5) + ']'.repeat(1e5))],
    ['JSON objects nested 100,000 deep', large, () => Buffer.from('{"a":'.repeat(1e5))],
    ['JSON of a million values', large, () => Buffer.from(`[${'1,'.repeat(1e6)}1]`)],
    ['JSON of 199,000 sheets', large, () => Buffer.from(`[${'1,'.repeat(199e3)}1]`)],
    ['JSON of 2,000 sheets', ['model-invalid'], () => Buffer.from(`[${'1,'.repeat(1999)}1]`)],
    [
      'JSON of 199,000 faults',
      ['model-invalid'],
      () => Buffer.from(`{"form":"x","indicators":[${'1,'.repeat(199e3)}1]}`),
    ],
    [
      'JSON of 100,000 keys',
      ['key-unknown', 'form-unknown'],
      () => Buffer.from(`{"form":"x",${many(1e5, (i) => `"k${i}":1,`)}"z":1}`),
    ],
    [
      'JSON of 15 MB in one text',
      ['model-invalid', 'form-unknown'],
      () => Buffer.from(JSON.stringify({ form: 'x'.repeat(15e6) })),
    ],
    [
      'JSON with __proto__',
      ['model-invalid', 'form-unknown', 'key-unknown'],
      () => Buffer.from('{"__proto__":{"polluted":1},"form":"x","constructor":{"prototype":{"polluted":1}}}'),
    ],
    ['JSON cut off', ['json-invalid'], () => Buffer.from('{"form":"x","schedule":[{"ye')],
  ];
}
