import type { SimplifiedKind } from '../../../shared/richtext/simplified.ts';

// What mammoth passes over is put where it will see it, on the text of the XML: direction becomes a bookmark at the
// head of its paragraph, the words of a formula become a run. The XML was checked for declarations before.

/** The bookmark of a right-to-left paragraph; mammoth writes it as the id of an empty link. */
export const RTL_MARK = 'heirloom-rtl';

const ON = /<w:bidi(?:\s+w:val="(?:1|true|on)")?\s*\/>/;

export type Style = {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string;
  readonly xml: string;
};

export function paragraphStyles(
  styles: string,
  type: 'paragraph' | 'character' = 'paragraph',
): Map<string, Style> {
  const found = new Map<string, Style>();
  for (const [, attributes = '', xml = ''] of styles.matchAll(/<w:style\s([^>]*)>([\s\S]*?)<\/w:style>/g)) {
    if (!attributes.includes(`w:type="${type}"`)) continue;
    const id = /w:styleId="([^"]*)"/.exec(attributes)?.[1] ?? '';
    found.set(id, {
      id,
      name: unescapeXml(/<w:name\s+w:val="([^"]*)"/.exec(xml)?.[1] ?? ''),
      basedOn: /<w:basedOn\s+w:val="([^"]*)"/.exec(xml)?.[1] ?? '',
      xml,
    });
  }
  return found;
}

/** What `read` finds in a style or in those it is based on. */
export function inherited<T>(
  styles: ReadonlyMap<string, Style>,
  id: string,
  read: (xml: string) => T | undefined,
): T | undefined {
  const seen = new Set<string>();
  for (let at = styles.get(id); at !== undefined && !seen.has(at.id); at = styles.get(at.basedOn)) {
    seen.add(at.id);
    const value = read(at.xml);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Marks every paragraph that runs from right to left, by itself or by its style. */
export function directionMarks(document: string, stylesXml: string): string {
  const styles = paragraphStyles(stylesXml);
  const inStyle = new Map<string, boolean>();
  for (const id of styles.keys()) {
    inStyle.set(
      id,
      inherited(styles, id, (xml) => (/<w:bidi\b/.test(xml) ? ON.test(xml) : undefined)) ?? false,
    );
  }
  const usual = /<w:pPrDefault>[\s\S]*?<\/w:pPrDefault>/.exec(stylesXml)?.[0] ?? '';
  const byDefault = ON.test(usual);
  if (!byDefault && !/<w:bidi\b/.test(document) && ![...inStyle.values()].includes(true)) return document;
  const mark = `<w:bookmarkStart w:id="0" w:name="${RTL_MARK}"/>`;
  return document
    .replace(/<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/g, '')
    .replace(
      /(<w:p(?:\s[^>]*[^>/])?>)(\s*<w:pPr>[\s\S]*?<\/w:pPr>)?/g,
      (whole, _open: string, properties = '') => {
        const style = /<w:pStyle\s+w:val="([^"]*)"/.exec(properties)?.[1] ?? '';
        const own = /<w:bidi\b/.test(properties) ? ON.test(properties) : undefined;
        return (own ?? inStyle.get(style) ?? byDefault) ? `${whole}${mark}` : whole;
      },
    );
}

/** Formulas keep their letters, in the order they are read. */
export function withWordsKept(document: string, simplified: Set<SimplifiedKind>): string {
  if (!document.includes('<m:oMath')) return document;
  return document
    .replace(/<m:oMath(?:\s[^>]*)?>([\s\S]*?)<\/m:oMath>/g, (_whole, inner: string) => {
      simplified.add('formulas');
      const letters = [...inner.matchAll(/<m:t(?:\s[^>]*)?>([^<]*)<\/m:t>/g)]
        .map(([, text = '']) => text)
        .join('');
      return letters === '' ? '' : `<w:r><w:t xml:space="preserve">${letters}</w:t></w:r>`;
    })
    .replace(/<\/?m:oMathPara(?:\s[^>]*)?>|<m:oMathParaPr(?:\s[^>]*)?>[\s\S]*?<\/m:oMathParaPr>/g, '');
}

/** What quotes are called. Word keeps English names whatever it speaks; other programs write their own. */
const QUOTE =
  /^(?:(?:intense |block )?quote|quotations?|block ?text|block quotation|(?:intensives )?zitat|citation(?: intense)?|cita(?: destacada)?|citazione(?: intensa)?|(?:明显)?引用|鮮明引文|引文|引用文 ?2?|نقل[ \u200c]?قول(?: [\p{L}\u200c ]+)?|اقتباس(?: مكثف)?|อ้างอิง|คำอ้างอิง|การอ้างอิง)$/iu;
const CODE =
  /^(?:(?:source |html )?code|code block|html preformatted|preformatted text|html vorformatiert|quell(?:text|code)|préformaté html|code source|html con formato previo|código(?: fuente)?|preformattato html|html ?预设格式|html ?預設格式|html 書式付き|(?:源)?代码|程式碼|کد(?: منبع)?|โค้ด)$/iu;
const CODE_RUN =
  /^(?:verbatim char|source text|(?:html )?code(?: char)?|inline code|html (?:code|keyboard|typewriter|sample)|html ?代码|代码|کد|โค้ด)$/iu;

/** A quote or code by the name of the style, or of one it is made from. */
const kindOf = (styles: ReadonlyMap<string, Style>, id: string): 'quote' | 'code' | undefined => {
  const seen = new Set<string>();
  for (let at = styles.get(id); at !== undefined && !seen.has(at.id); at = styles.get(at.basedOn)) {
    seen.add(at.id);
    if (QUOTE.test(at.name)) return 'quote';
    if (CODE.test(at.name)) return 'code';
  }
  return undefined;
};

const IN_QUOTES = ' => blockquote > p:fresh';
const IN_CODE = " => pre:separator('\\n')";

/** Ids of built-in styles, for documents without a list of their styles; Word writes them in its own language. */
export const BUILT_IN_IDS: readonly string[] = [
  ...'Quote IntenseQuote BlockText Zitat IntensivesZitat Citation Citationintense Cita Citadestacada Citazione'
    .split(' ')
    .map((id) => `p.${id}${IN_QUOTES}`),
  ...'Code SourceCode HTMLPreformatted HTMLVorformatiert PreformattedText PrformatHTML HTMLconformatoprevio'
    .split(' ')
    .map((id) => `p.${id}${IN_CODE}`),
  ...'VerbatimChar HTMLCode HTMLKeyboard HTMLTypewriter CodeHTML'.split(' ').map((id) => `r.${id} => code`),
];

/** Styles that mean something, whatever they are called: headings by their level, quotes and code by what they are made from. */
export function stylesToMap(stylesXml: string): string[] {
  const styles = paragraphStyles(stylesXml);
  const lines: string[] = [];
  for (const { id, name } of styles.values()) {
    if (name === '' || /['\\\n]/.test(name) || /^(title|heading \d)$/i.test(name)) continue;
    const level = inherited(styles, id, (xml) => {
      const value = /<w:outlineLvl\s+w:val="(\d)"/.exec(xml)?.[1];
      return value === undefined ? undefined : Number(value);
    });
    const kind = kindOf(styles, id);
    if (level !== undefined && level < 6) lines.push(`p[style-name='${name}'] => h${level + 1}:fresh`);
    else if (kind !== undefined)
      lines.push(`p[style-name='${name}']${kind === 'quote' ? IN_QUOTES : IN_CODE}`);
  }
  for (const { name } of paragraphStyles(stylesXml, 'character').values())
    if (CODE_RUN.test(name) && !/['\\\n]/.test(name)) lines.push(`r[style-name='${name}'] => code`);
  return lines.slice(0, 500);
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
