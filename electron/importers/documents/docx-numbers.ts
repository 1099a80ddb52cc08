import { inherited, paragraphStyles } from './docx-xml.ts';

// Word counts as it draws: what number an item shows stands nowhere in the file. It is counted here, and put at the head of
// each numbered paragraph as a bookmark, which mammoth hands on.

/** The bookmark of a numbered paragraph, followed by its number. */
export const NUMBER_MARK = 'heirloom-number-';

const LEVELS = 9;
const MOST = 999_999_999;

interface List {
  readonly counter: string;
  /** First number of each level. */
  readonly starts: readonly number[];
  readonly isNumbered: readonly boolean[];
  /** Levels that begin anew where this list is first used. */
  readonly restarts: ReadonlySet<number>;
}

const valueOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<w:${name}\\s[^>]*?w:val="([^"]*)"`).exec(xml)?.[1];

function listsIn(numbering: string): Map<string, List> {
  const abstract = new Map<string, { starts: number[]; isNumbered: boolean[] }>();
  for (const [, id = '', xml = ''] of numbering.matchAll(
    /<w:abstractNum\s[^>]*?w:abstractNumId="(\d+)"[^>]*>([\s\S]*?)<\/w:abstractNum>/g,
  )) {
    const starts = Array.from({ length: LEVELS }, () => 1);
    const isNumbered = Array.from({ length: LEVELS }, () => false);
    for (const [, level = '', inner = ''] of xml.matchAll(
      /<w:lvl\s[^>]*?w:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvl>/g,
    )) {
      const at = Number(level);
      starts[at] = wholeNumber(valueOf(inner, 'start')) ?? 1;
      isNumbered[at] = !/^(?:bullet|none)$/.test(valueOf(inner, 'numFmt') ?? 'decimal');
    }
    abstract.set(id, { starts, isNumbered });
  }
  const lists = new Map<string, List>();
  for (const [, id = '', xml = ''] of numbering.matchAll(
    /<w:num\s[^>]*?w:numId="(\d+)"[^>]*>([\s\S]*?)<\/w:num>/g,
  )) {
    const counter = valueOf(xml, 'abstractNumId') ?? '';
    const known = abstract.get(counter);
    if (!known) continue;
    const starts = [...known.starts];
    const restarts = new Set<number>();
    for (const [, level = '', inner = ''] of xml.matchAll(
      /<w:lvlOverride\s[^>]*?w:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvlOverride>/g,
    )) {
      const start = wholeNumber(valueOf(inner, 'startOverride'));
      if (start === undefined) continue;
      starts[Number(level)] = start;
      restarts.add(Number(level));
    }
    lists.set(id, { counter, starts, isNumbered: known.isNumbered, restarts });
  }
  return lists;
}

const wholeNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** Which list and level the properties of a paragraph or a style name; list `0` is none. */
function placeIn(xml: string): { list: string; level: number } | undefined {
  const own = /<w:numPr>([\s\S]*?)<\/w:numPr>/.exec(xml)?.[1];
  const list = own === undefined ? undefined : valueOf(own, 'numId');
  if (own === undefined || list === undefined) return undefined;
  return { list, level: Math.min(LEVELS - 1, wholeNumber(valueOf(own, 'ilvl')) ?? 0) };
}

/** Marks every numbered paragraph with the number Word shows before it. */
export function numberMarks(document: string, numberingXml: string, stylesXml: string): string {
  const lists = listsIn(numberingXml);
  if (lists.size === 0) return document;
  const styles = paragraphStyles(stylesXml);
  const counts = new Map<string, (number | undefined)[]>();
  const used = new Set<string>();
  const next = (id: string, level: number): number | undefined => {
    const list = lists.get(id);
    if (!list) return undefined;
    const count = counts.get(list.counter) ?? [];
    counts.set(list.counter, count);
    if (!used.has(id)) for (const at of list.restarts) count[at] = undefined;
    used.add(id);
    count.length = Math.min(count.length, level + 1);
    const before = count[level];
    count[level] = before === undefined ? (list.starts[level] ?? 1) : before + 1;
    return list.isNumbered[level] ? count[level] : undefined;
  };
  return document
    .replace(/<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g, '')
    .replace(/<w:p(?:\s[^>]*[^>/])?>\s*<w:pPr>([\s\S]*?)<\/w:pPr>/g, (whole: string, properties: string) => {
      const place = placeIn(properties) ?? inherited(styles, valueOf(properties, 'pStyle') ?? '', placeIn);
      const number = place && next(place.list, place.level);
      if (number === undefined || number > MOST) return whole;
      return `${whole}<w:bookmarkStart w:id="0" w:name="${NUMBER_MARK}${number}"/>`;
    });
}
