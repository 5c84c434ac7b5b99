/** The prefix that some programs give a spreadsheet's own elements: `<x:row>` where Excel writes `<row>`. */

/** The root element of a part, where it has a prefix that stands for the spreadsheet's own namespace. */
const PREFIXED =
  /^[^<]*(?:<[?!][^>]*>[^<]*)*<([^\s:/>]+):[^>]*\sxmlns:\1=["']http:\/\/(?:schemas\.openxmlformats\.org\/spreadsheetml\/2006|purl\.oclc\.org\/ooxml\/spreadsheetml)\/main["']/;

/** The XML of a part without that prefix; as it is where it has none. */
export function unprefixed(xml: string): string {
  const prefix = PREFIXED.exec(xml)?.[1];
  if (prefix === undefined) return xml;
  return xml
    .replaceAll(`<${prefix}:`, '<')
    .replaceAll(`</${prefix}:`, '</')
    .replace(`xmlns:${prefix}=`, 'xmlns=');
}
