/** Reads compound files: old workbooks (`.xls`), and newer ones that are locked. */
import { bounds } from '../bounds.ts';
import { refusal, refusalIn } from '../refusal.ts';
import type { Input } from './index.ts';
import { guardRecords } from './records.ts';
import { refusalsOf, settle } from './worksheets.ts';

/**
 * Reads a compound file: an old workbook, or a new one that is locked.
 * @param password what opens it, where it is locked
 * @throws a refusal `password-needed` or `password-wrong`, or an error where there is no workbook in it
 */
export async function readCompound(
  bytes: Uint8Array,
  source: string,
  password: string | undefined,
): Promise<Input> {
  if (hasStream(bytes, 'EncryptionInfo')) {
    const opened = await unlocked(bytes, password);
    const { readXlsx } = await import('./xlsx.ts');
    return readXlsx(opened, source);
  }
  if (!hasStream(bytes, 'Workbook') && !hasStream(bytes, 'Book')) {
    throw refusal('workbook-unreadable', { reason: 'other' });
  }
  const macros = hasStream(bytes, '_VBA_PROJECT_CUR');
  const stream = await streamOf(bytes).catch(async (error: unknown) => {
    if (refusalIn(error)?.code !== 'password-needed') throw error;
    return streamOf(await unlocked(bytes, password));
  });
  const { readBook } = await import('./sheetjs.ts');
  const raw = await readBook(stream, source);
  return {
    sheets: settle(raw),
    findings: [
      ...(macros ? [{ code: 'macros-dropped', place: { source, row: 1, column: 1 } }] : []),
      ...refusalsOf(raw),
    ],
  };
}

/** The stream of a compound file that is the workbook, under guard. Throws a refusal where it is locked. */
async function streamOf(bytes: Uint8Array): Promise<Uint8Array> {
  const { CFB } = await import('@e965/xlsx');
  const container = CFB.read(bytes, { type: 'array' });
  const found = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  if (found === null) throw refusal('workbook-unreadable', { reason: 'other' });
  const stream = Uint8Array.from(found.content);
  // what begins otherwise, the package would take for text or a database
  if (stream[0] !== 0x09) throw refusal('workbook-unreadable', { reason: 'damaged' });
  guardRecords(stream);
  return stream;
}

/** The names of a compound file's streams stand in its directory in UTF-16, each in a field of 64 bytes. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = [...`${name}\0`].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** A locked workbook, opened. Throws a refusal where the password is not there or not right. */
async function unlocked(bytes: Uint8Array, password: string | undefined): Promise<Uint8Array> {
  if (password === undefined || password === '') throw refusal('password-needed', {});
  await boundSpins(bytes);
  const { default: crypto } = await import('officecrypto-tool');
  try {
    // it takes any bytes, whatever its types say
    return Uint8Array.from(await crypto.decrypt(bytes as Parameters<typeof crypto.decrypt>[0], { password }));
  } catch {
    throw refusal('password-wrong', {});
  }
}

/** Throws a refusal where trying a password would take far longer than Excel makes it. */
async function boundSpins(bytes: Uint8Array): Promise<void> {
  const { CFB } = await import('@e965/xlsx');
  const info = CFB.find(CFB.read(bytes, { type: 'array' }), '/EncryptionInfo');
  if (info === null) return;
  const text = new TextDecoder('latin1').decode(Uint8Array.from(info.content));
  for (const [, spins] of text.matchAll(/spinCount\s*=\s*["']?\s*([^"'\s>]*)/g)) {
    if (!(Number(spins) <= bounds.spins))
      throw refusal('archive-unsafe', { reason: 'spins', most: bounds.spins });
  }
}
