/** Zip archives written by hand, so that they can lie. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

/**
 * An archive of some entries. An entry is a text, bytes, or what its headers are to say: `data` the packed bytes,
 * `size` and `crc` of the unpacked ones, `method` 0 or 8, `flags`.
 */
export function archive(entries) {
  const locals = [];
  const listed = [];
  let at = 0;
  for (const [name, content] of entries) {
    const { data, size, crc, method, flags = 0 } = entryOf(content);
    const label = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags | 0x800, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc >>> 0, 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = [Buffer.from('PK\x03\x04'), fields, label, data];
    listed.push(Buffer.from('PK\x01\x02'), Buffer.alloc(2, 20), fields, place, label);
    locals.push(...local);
    at += 30 + label.length + data.length;
  }
  const directory = Buffer.concat(listed);
  const end = Buffer.alloc(18);
  const count = Math.min(entries.length, 0xffff);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

function entryOf(content) {
  if (typeof content === 'object' && 'data' in content) return { method: 8, crc: 0, ...content };
  const bytes = Buffer.from(content);
  return { data: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes), method: 8 };
}

/** A packed stream that unpacks to a text so many times, made without ever holding what it unpacks to. */
export function bomb(head, body, times, tail) {
  const block = (text) => deflateRawSync(Buffer.from(text), { finishFlush: constants.Z_FULL_FLUSH });
  const repeated = block(body);
  const data = Buffer.concat([
    block(head),
    ...Array.from({ length: times }, () => repeated),
    deflateRawSync(Buffer.from(tail)),
  ]);
  const size = Buffer.byteLength(head) + Buffer.byteLength(body) * times + Buffer.byteLength(tail);
  return { data, size };
}
