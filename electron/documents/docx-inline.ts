import { ExternalHyperlink, InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Direction } from '../../shared/richtext/direction.ts';
import { type Inline, isSafeUrl, type Text } from '../../shared/richtext/document.ts';
import { xmlText } from './office.ts';

export type Line = {
  readonly dir: Direction;
  readonly language: string;
  /** Name of the bookmark of a document that came along, else `undefined`. */
  readonly bookmarkOf: (id: string) => string | undefined;
  readonly labelOf: (id: string, label: string) => string;
};

export const CODE_FONT = {
  ascii: 'Consolas',
  hAnsi: 'Consolas',
  cs: 'Courier New',
  eastAsia: 'NSimSun',
} as const;
const LINK_COLOUR = '7D5714';

/** Runs of a line. Right to left is said of each run, too: Word shapes and places by the run, not by the paragraph. */
export function runsOf(children: readonly Inline[], line: Line, extra: IRunOptions = {}): ParagraphChild[] {
  return children.flatMap((child): ParagraphChild[] => {
    if ('text' in child) return textRuns(child, line, extra);
    if (child.type === 'link') {
      const runs = child.children.flatMap((run) => textRuns(run, line, { ...extra, ...LINK }));
      return isSafeUrl(child.url)
        ? [new ExternalHyperlink({ children: runs, link: xmlText(child.url) })]
        : runs;
    }
    const label = { text: line.labelOf(child.id, child.label) };
    const anchor = line.bookmarkOf(child.id);
    return anchor === undefined
      ? textRuns(label, line, extra)
      : [new InternalHyperlink({ anchor, children: textRuns(label, line, { ...extra, ...LINK }) })];
  });
}

const LINK: IRunOptions = { color: LINK_COLOUR, underline: {} };

/** Marks for Latin letters and, again, for the scripts Word calls complex. A break begins a run of its own. */
export function textRuns(run: Text, line: Line, extra: IRunOptions = {}): TextRun[] {
  const marks: IRunOptions = {
    ...(run.bold ? { bold: true, boldComplexScript: true } : {}),
    ...(run.italic ? { italics: true, italicsComplexScript: true } : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(run.strike ? { strike: true } : {}),
    ...(run.highlight ? { highlight: 'yellow' } : {}),
    ...(run.sub ? { subScript: true } : {}),
    ...(run.sup ? { superScript: true } : {}),
    ...(run.code ? { font: CODE_FONT, noProof: true } : {}),
    ...(line.dir === 'rtl' ? { rightToLeft: true } : {}),
    ...languageOf(line.language),
    ...extra,
  };
  return xmlText(run.text)
    .split('\n')
    .map((text, at) => new TextRun({ ...marks, ...(at === 0 ? {} : { break: 1 }), text }));
}

/** Word has one language for Latin letters, one for East Asian ones, one for scripts that run right or stack. */
export function languageOf(language: string): Pick<IRunOptions, 'language'> {
  const base = language.split('-')[0] ?? '';
  if (base === '') return {};
  if (['zh', 'ja', 'ko'].includes(base))
    return { language: { value: 'en-GB', eastAsia: base === 'zh' ? 'zh-CN' : language } };
  const named = { fa: 'fa-IR', th: 'th-TH', ar: 'ar-SA', he: 'he-IL' }[base];
  if (named !== undefined) return { language: { value: 'en-GB', bidirectional: named } };
  return { language: { value: base === 'en' ? 'en-GB' : language } };
}
