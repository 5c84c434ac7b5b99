/** Archives that lie, swell or point outside. */
import { MiB, main, parts, stored } from './parts.mjs';
import { archive, bomb } from './zip.mjs';

export function archives({ workbook }) {
  const swollen = (head, body, times, tail) => () =>
    archive(parts({ 'xl/sharedStrings.xml': bomb(head, body, times, tail) }));
  const lie = (size) => () => {
    const { data } = bomb('<sst>', '<si><t>x</t></si>'.repeat(6e4), 600, '</sst>');
    return archive(parts({ 'xl/sharedStrings.xml': { data, size } }));
  };
  const picture = bomb('', '\0'.repeat(MiB), 1500, '');
  const entries = (...extra) => archive([...parts(), ...extra]);
  return [
    ['600 kB that unpack to 630 MB', ['archive-unsafe'], swollen('<sst>', 'x'.repeat(MiB), 600, '</sst>')],
    ['300 MB of empty strings', ['archive-unsafe'], swollen('<sst>', '<si/>'.repeat(2e5), 300, '</sst>')],
    [
      '60 MB of empty strings, packed badly',
      ['input-too-large'],
      () => {
        const inner = '<si/>'.repeat(12 * MiB);
        return archive(parts({ 'xl/sharedStrings.xml': stored(`<sst xmlns="${main}">${inner}</sst>`) }));
      },
    ],
    ['a picture of 1.5 GB', ['form-unmatched'], () => entries(['xl/media/a.png', picture])],
    ['600 MB, declared as 1 kB', ['archive-unsafe'], lie(1000)],
    ['600 MB, declared as 30 MB', ['archive-unsafe'], lie(30 * MiB)],
    [
      'declared larger than it is',
      ['archive-unsafe'],
      () => entries(['a.xml', { ...stored('<a/>'), size: 99 }]),
    ],
    ['a wrong checksum', ['archive-damaged'], () => entries(['a.xml', { ...stored('<a/>'), crc: 1 }])],
    [
      '10,000 parts',
      ['archive-unsafe'],
      () => entries(...Array.from({ length: 1e4 }, (_, i) => [`a${i}`, ''])),
    ],
    ['an encrypted part', ['archive-unsafe'], () => entries(['a.xml', { ...stored('<a/>'), flags: 1 }])],
    ['an unknown packing', ['archive-unsafe'], () => entries(['a.xml', { ...stored('<a/>'), method: 12 }])],
    ['a part twice', ['archive-unsafe'], () => entries(['XL/workbook.xml', '<a/>'])],
    ['a part ../../a', ['archive-unsafe'], () => entries(['../../a.xml', '<a/>'])],
    ['a part ..\\a', ['archive-unsafe'], () => entries(['..\\a.xml', '<a/>'])],
    ['a part /etc/a', ['archive-unsafe'], () => entries(['/etc/a', 'x'])],
    ['a part C:\\a', ['archive-unsafe'], () => entries(['C:\\a', 'x'])],
    ['a part __proto__', ['form-unmatched'], () => entries(['__proto__', 'x'], ['constructor.xml', '<a/>'])],
    [
      'an office document of another kind',
      ['workbook-unreadable'],
      () => archive([['word/document.xml', '<a/>']]),
    ],
    ['an archive in an archive', ['workbook-unreadable'], () => archive([['a.xlsx', workbook]])],
    ...[0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.9999].map((share) => [
      `cut off after ${share * 100} %`,
      ['archive-damaged', 'format-unknown'],
      () => workbook.subarray(0, Math.max(3, Math.floor(workbook.length * share))),
    ]),
  ];
}
