/** Dates as files keep them, `2013-04-01T00:00:00`, as people write them and as workbooks count them. */

/** `2013/4/1`, with the time where there is one; a text that is no such date comes back as it is. */
export function isoDate(value: string): string {
  const [, year, month, day, time = ''] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(value) ?? [];
  if (year === undefined) return value;
  const clock = time === '' || time === '00:00' ? '' : ` ${time.replace(/^0/, '')}`;
  return `${year}/${Number(month)}/${Number(day)}${clock}`;
}

/** `PT09H30M00S` as `9:30`, with the seconds where there are any; a text that is no such time comes back as it is. */
export function isoTime(value: string): string {
  const [, hours, minutes, seconds] = /^PT(\d+)H(\d\d)M(\d\d)(?:[.,]\d+)?S$/.exec(value) ?? [];
  if (hours === undefined) return value;
  return `${Number(hours)}:${minutes}${seconds === '00' ? '' : `:${seconds}`}`;
}

/**
 * The days since the beginning of 1900, as Excel counts them, of a date or time of day; undefined for what is neither,
 * and for the first two months, in which programs do not agree.
 */
export function serialOf(value: string): number | undefined {
  const [found, date = '', time = ''] =
    /^(?=.)(\d{4}-\d\d-\d\d)?(?:(?:^|T)(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)Z?)?$/.exec(value) ?? [];
  if (found === undefined) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = time === '' ? [] : time.split(':').map(Number);
  const days = date === '' ? 0 : Date.parse(date) / (DAY * 1000) + EPOCH;
  if (Number.isNaN(days) || (date !== '' && days < FIRST_OF_MARCH)) return undefined;
  return days + (hours * 3600 + minutes * 60 + seconds) / DAY;
}

const DAY = 86_400;
/** The number of 1 January 1970, and that of 1 March 1900. */
const EPOCH = 25_569;
const FIRST_OF_MARCH = 61;
