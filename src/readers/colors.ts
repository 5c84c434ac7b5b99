/** Excel's colours, given by value, by theme or by the old palette, as `RRGGBB`. */
import { attributeOf, childOf, childrenOf, descendantsOf, rootOf } from '../office/tree.ts';

/** A colour as a workbook gives it. */
export interface ExcelColor {
  readonly argb?: string;
  readonly theme?: number;
  /** -1 (black) to 1 (white). */
  readonly tint?: number;
  readonly indexed?: number;
}

const basic = '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF';
const palette =
  `${basic} ${basic} 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF
660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF
FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366
333399 333333 000000 FFFFFF`.split(/\s+/);

const officeTheme =
  'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** The twelve colours of a theme's XML, in the order in which styles number them. */
export function themeColors(xml: string | undefined): readonly string[] {
  const scheme = xml === undefined ? undefined : descendantsOf(rootOf(xml), 'clrScheme')[0];
  const colors = childrenOf(scheme).map((entry) => {
    const color =
      attributeOf(childOf(entry, 'srgbClr'), 'val') ?? attributeOf(childOf(entry, 'sysClr'), 'lastClr');
    return (color ?? '000000').toUpperCase();
  });
  const [dark1, light1, dark2, light2, ...rest] = colors;
  if (!dark1 || !light1 || !dark2 || !light2) return officeTheme;
  // the file begins with dark, the numbers begin with light
  return [light1, dark1, light2, dark2, ...rest];
}

/** The colour as `RRGGBB`, or undefined where it is automatic. */
export function colorOf(color: ExcelColor | undefined, theme: readonly string[]): string | undefined {
  if (color === undefined) return undefined;
  const base =
    color.argb?.slice(-6).toUpperCase() ??
    (color.theme === undefined ? palette[color.indexed ?? 64] : theme[color.theme]);
  return base === undefined || !/^[0-9A-F]{6}$/.test(base) ? undefined : tinted(base, color.tint ?? 0);
}

/** Darker or lighter, in hue, saturation and lightness as Excel does it. */
function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const lightness = (high + low) / 2;
  const range = high - low;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * lightness - 1));
  const turn = high === r ? (g - b) / range : high === g ? (b - r) / range + 2 : (r - g) / range + 4;
  const hue = range === 0 ? 0 : (turn + 6) % 6;
  const light = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const reach = saturation * Math.min(light, 1 - light);
  const channel = (offset: number) => {
    const k = (offset + hue * 2) % 12;
    const value = light - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return [0, 8, 4].map(channel).join('').toUpperCase();
}
