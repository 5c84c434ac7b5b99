/** The sections of a number format, which stand between its semicolons. */

/** A format taken apart at each `;`, but for those that are quoted or stand behind a mark that takes the next character aside. */
export function splitFormat(format: string): string[] {
  // most have one, and the numbers of a sheet are many
  if (!format.includes(';')) return [format];
  return [...`;${format}`.matchAll(/;((?:"[^"]*"|[\\_*].|[^;])*)/gu)].map(([, section = '']) => section);
}
