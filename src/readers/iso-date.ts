/** Dates as files keep them, `2013-04-01T00:00:00`, as people write them. */

/** `2013/4/1`, with the time where there is one; a text that is no such date comes back as it is. */
export function isoDate(value: string): string {
  const [, year, month, day, time = ''] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(value) ?? [];
  if (year === undefined) return value;
  const clock = time === '' || time === '00:00' ? '' : ` ${time.replace(/^0/, '')}`;
  return `${year}/${Number(month)}/${Number(day)}${clock}`;
}
