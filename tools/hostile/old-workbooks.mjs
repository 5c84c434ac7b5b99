/** Old workbooks, whose records claim what is not there. */
import { CFB } from '@e965/xlsx';

export function oldWorkbooks() {
  const record = (type, ...parts) => {
    const content = Buffer.concat(
      parts.map((part) =>
        Array.isArray(part) ? Buffer.from(Uint16Array.from(part).buffer) : Buffer.from(part),
      ),
    );
    return Buffer.concat([Buffer.from(Uint16Array.from([type, content.length]).buffer), content]);
  };
  const beginning = (kind) => record(0x0809, [0x0600, kind, 0, 0, 0, 0, 0, 0]);
  const end = record(0x000a);
  const named = (at) => record(0x0085, [at, 0, 0], '\x01\0a');
  const bookOf = (times, ...records) => {
    const front = [beginning(5), named(0), ...(records[1] ?? []), end];
    const at = Buffer.concat(front).length;
    front[1] = named(at);
    const body = Array.from({ length: times }, () => records[0]).flat();
    const stream = Buffer.concat([...front, beginning(16), ...body, end]);
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/Workbook', stream);
    return CFB.write(container, { type: 'buffer' });
  };
  const word = record(0x0204, [0, 0, 0, 1], '\0a');
  const link = record(0x01b8, [0, 0xffff, 0, 0xffff], Buffer.alloc(40));
  const columns = record(0x007d, [0, 256, 0, 0, 0, 0]);
  const list = [0, 1, 2, 3].map((i) =>
    record(i === 0 ? 0x00fc : 0x003c, i === 0 ? [9, 0, 0xffff, 0xffff] : '', Buffer.alloc(8000)),
  );
  const continued = record(0x003c, 'x');
  return [
    ['.xls: 10,000 links on every cell', ['form-unmatched'], () => bookOf(1e4, [word, link])],
    ['.xls: 500,000 definitions of columns', ['form-unmatched'], () => bookOf(5e5, [columns])],
    [
      '.xls: two million records',
      ['input-too-large'],
      () => bookOf(2e6, [end.subarray(0, 0), record(0x001d)]),
    ],
    ['.xls: 450,000 words in a cell', ['form-unmatched'], () => bookOf(45e4, [word])],
    [
      '.xls: four billion texts promised',
      ['workbook-unreadable', 'form-unmatched'],
      () => bookOf(1, [word], list),
    ],
    [
      '.xls: a text in 100,000 pieces',
      ['input-too-large'],
      () => bookOf(1, [word], [list[0], ...Array.from({ length: 1e5 }, () => continued)]),
    ],
  ];
}
