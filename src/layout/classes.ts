/** Classes of characters by which Japanese lines break, after JIS X 4051 and JLReq; the numbers are those of JLReq. */

const OPENING = '‘“（〔［｛〈《「『【⦅〘〖«〝｟(\\[{｢'; // 1
const CLOSING = '’”）〕］｝〉》」』】⦆〙〗»〟｠)\\]}｣'; // 2
const HYPHENS = '‐〜～゠–'; // 3
const DIVIDING = '！？‼⁇⁈⁉!?'; // 4
const MIDDLE_DOTS = '・：；･:;'; // 5
const FULL_STOPS = '。．｡.'; // 6
const COMMAS = '、，､,'; // 7
const ITERATION_MARKS = 'ヽヾゝゞ々〻'; // 9
const LONG_VOWELS = 'ーｰ'; // 10
const SMALL_KANA = 'ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿｧｨｩｪｫｬｭｮｯ'; // 11
const PREFIXES = '￥＄￡€¥$£＃#№＠'; // 12
const SUFFIXES = '°′″℃％%‰㎡㎥㎏㎞㎝㎜'; // 13

/** What cannot begin a line. */
export const NEVER_FIRST = new RegExp(
  `^[${CLOSING}${HYPHENS}${DIVIDING}${MIDDLE_DOTS}${FULL_STOPS}${COMMAS}${ITERATION_MARKS}${LONG_VOWELS}${SMALL_KANA}${SUFFIXES}]`,
  'u',
);

/** What cannot end a line. */
export const NEVER_LAST = new RegExp(`[${OPENING}${PREFIXES}]$`, 'u');

/** Marks that lie on their side in vertical text where a font has no glyph of its own for that. */
export const LYING = /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Pd}ーｰ…‥:;~=＝～]/u;
