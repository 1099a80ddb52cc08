import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import { assertNever } from '../../shared/base/assert-never.ts';
import type { BlockLabels } from '../../shared/richtext/block-labels.ts';
import type { Cell } from '../../shared/richtext/block-parts.ts';
import { type Direction, firstStrongDirection } from '../../shared/richtext/direction.ts';
import type { Block, BlockOf, Inline } from '../../shared/richtext/document.ts';
import { inlineText } from '../../shared/richtext/plain-text.ts';
import type { OfficePicture } from '../media/office-picture.ts';
import { CODE_FONT, type Line, runsOf, textRuns } from './docx-inline.ts';
import { sizeOnPaper, sizeWords, xmlText } from './office.ts';

export type DocxContext = {
  readonly line: Omit<Line, 'dir'>;
  readonly labels: BlockLabels;
  readonly pictures: ReadonlyMap<string, OfficePicture>;
  /** Level of the document's own first heading, 1 or 2. */
  readonly topHeading: 1 | 2;
  /** Which list of numbers an item belongs to: each count is a list of its own. */
  readonly listOf: (block: Block) => ListOfNumbers;
  /** Names under which pictures are described; Word wants them to differ. */
  readonly nextPicture: () => number;
};

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;
export const NUMBERS = 'heirloom-numbers';
/** A list in the file's own terms. Lists that begin elsewhere than at one have a definition of their own. */
export interface ListOfNumbers {
  readonly reference: string;
  readonly instance: number;
}
export const BULLETS = 'heirloom-bullets';
export const CHECKS = 'heirloom-checks';

const TONES = {
  info: { fill: 'F3E5C8', line: '7D5714' },
  tip: { fill: 'E1ECD9', line: '35633A' },
  warning: { fill: 'FBE3D9', line: '9C2F22' },
  never: { fill: 'F8D7D3', line: '9C2F22' },
} as const;

export function blockDocx(block: Block, dir: Direction, context: DocxContext): FileChild[] {
  const line: Line = { ...context.line, dir };
  const paragraph = (
    options: IParagraphOptions,
    children: readonly Inline[],
    run: IRunOptions = {},
  ): Paragraph => new Paragraph({ ...directed(dir), ...options, children: runsOf(children, line, run) });
  switch (block.type) {
    case 'paragraph':
      return [paragraph({}, block.children)];
    case 'heading': {
      const heading = HEADINGS[block.level + context.topHeading - 2] ?? HeadingLevel.HEADING_4;
      return [paragraph({ heading, keepNext: true }, block.children)];
    }
    case 'quote':
      return [paragraph({ style: 'Quote' }, block.children)];
    case 'divider':
      return [new Paragraph({ thematicBreak: true })];
    case 'code': {
      const own: Line = { ...line, dir: block.dir ?? 'ltr' };
      const text = block.children.map((run) => run.text).join('');
      return [
        new Paragraph({
          ...directed(own.dir),
          style: 'Code',
          children: textRuns({ text }, own, { font: CODE_FONT, noProof: true }),
        }),
      ];
    }
    case 'list-item':
      return [listItem(block, line, context)];
    case 'callout':
      return callout(block, line, context);
    case 'image':
    case 'file':
    case 'audio':
      return media(block, line, context);
    case 'record': {
      const { recordId: id, label, kind } = block;
      return [paragraph({ style: 'Card' }, [{ type: 'mention', kind, id, label, children: [] }])];
    }
    case 'table':
      return tableOf(block, line);
    case 'judgement':
      return partsOf(block, context.labels.judgement, line);
    case 'decision':
      return partsOf(block, context.labels.decision, line);
    default:
      return assertNever(block);
  }
}

export const directed = (dir: Direction): IParagraphOptions => (dir === 'rtl' ? { bidirectional: true } : {});

function listItem(block: BlockOf<'list-item'>, line: Line, context: DocxContext): Paragraph {
  const level = block.depth;
  const numbering =
    block.style === 'number'
      ? { ...context.listOf(block), level }
      : { reference: block.style === 'check' ? CHECKS : BULLETS, level };
  // A box of its own letters: Word's check boxes are fields that other programs show as nothing.
  const box = block.style === 'check' ? textRuns({ text: block.checked ? '☑ ' : '☐ ' }, line) : [];
  return new Paragraph({
    ...directed(line.dir),
    numbering,
    spacing: { after: 60 },
    children: [...box, ...runsOf(block.children, line)],
  });
}

function callout(block: BlockOf<'callout'>, line: Line, { labels }: DocxContext): Paragraph[] {
  const { fill, line: colour } = TONES[block.tone];
  const border = { style: BorderStyle.SINGLE, size: 24, color: colour, space: 8 };
  const framed: IParagraphOptions = {
    ...directed(line.dir),
    shading: { type: ShadingType.CLEAR, color: 'auto', fill },
    // The side the text begins at: Word does not turn borders round with the paragraph.
    border: line.dir === 'rtl' ? { right: border } : { left: border },
    indent: { start: 240, end: 240 },
  };
  const name = { text: labels.callout[block.tone], bold: true as const };
  return [
    new Paragraph({
      ...framed,
      keepNext: true,
      spacing: { after: 0 },
      children: textRuns(name, line, { color: colour }),
    }),
    new Paragraph({ ...framed, children: runsOf(block.children, line) }),
  ];
}

function media(block: BlockOf<'image' | 'file' | 'audio'>, line: Line, context: DocxContext): Paragraph[] {
  const caption =
    block.children.length === 0
      ? []
      : [
          new Paragraph({
            ...directed(line.dir),
            style: 'Caption',
            children: runsOf(block.children, line),
          }),
        ];
  const picture = block.type === 'image' ? context.pictures.get(block.attachmentId) : undefined;
  if (block.type === 'image' && picture !== undefined) {
    const name = `Picture ${context.nextPicture()}`;
    const image = new ImageRun({
      type: picture.type,
      data: picture.bytes,
      transformation: sizeOnPaper(picture, block.width),
      altText: { name, description: xmlText(block.alt), title: '' },
    });
    return [
      new Paragraph({ ...directed(line.dir), keepNext: caption.length > 0, children: [image] }),
      ...caption,
    ];
  }
  const size = block.type === 'file' ? ` (${sizeWords(block.bytes, line.language)})` : '';
  const words = block.type === 'image' ? block.alt || block.name : `${block.name}${size}`;
  return [
    new Paragraph({ ...directed(line.dir), style: 'Card', children: textRuns({ text: words }, line) }),
    ...caption,
  ];
}

const ALIGNMENT = {
  start: AlignmentType.START,
  center: AlignmentType.CENTER,
  end: AlignmentType.END,
} as const;
const FULL = { size: 100, type: WidthType.PERCENTAGE } as const;
const HEAD = { type: ShadingType.CLEAR, color: 'auto', fill: 'F3EDE2' } as const;
/** Two tables that touch are one table to Word. */
const afterTable = (): Paragraph => new Paragraph({ spacing: { after: 0 }, children: [] });

/** A line of a cell runs its own way: numbers and product names stand in Persian tables. */
const lineOf = (children: readonly Inline[], line: Line): Line => ({
  ...line,
  dir: firstStrongDirection(inlineText(children)) ?? line.dir,
});

function tableOf(block: BlockOf<'table'>, line: Line): FileChild[] {
  const width = Math.max(...block.children.map(({ children }) => children.length));
  const rows = block.children.map(({ children }, at) => {
    const isHead = block.header && at === 0;
    const cells: readonly Cell[] = [
      ...children,
      ...Array.from({ length: width - children.length }, (): Cell => ({ type: 'cell', children: [] })),
    ];
    return new TableRow({
      // Written only where it is so: some readers look for the word and not for its value.
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map((cell) => {
        const own = lineOf(cell.children, line);
        const runs = runsOf(cell.children, own, isHead ? { bold: true, boldComplexScript: true } : {});
        const alignment = cell.align === undefined ? {} : { alignment: ALIGNMENT[cell.align] };
        return new TableCell({
          ...(isHead ? { shading: HEAD } : {}),
          children: [new Paragraph({ ...directed(own.dir), ...alignment, style: 'Cell', children: runs })],
        });
      }),
    });
  });
  return [new Table({ rows, width: FULL, visuallyRightToLeft: line.dir === 'rtl' }), afterTable()];
}

function partsOf(
  block: BlockOf<'judgement' | 'decision'>,
  labels: Readonly<Record<string, string>>,
  line: Line,
): FileChild[] {
  const rows = block.children.map(({ part, children }) => {
    const label = { text: labels[part] ?? part, bold: true as const };
    const name = lineOf([label], line);
    const own = lineOf(children, line);
    return new TableRow({
      cantSplit: true,
      children: [
        new TableCell({
          width: { size: 28, type: WidthType.PERCENTAGE },
          shading: HEAD,
          children: [
            new Paragraph({ ...directed(name.dir), style: 'Cell', children: textRuns(label, name) }),
          ],
        }),
        new TableCell({
          width: { size: 72, type: WidthType.PERCENTAGE },
          children: [new Paragraph({ ...directed(own.dir), style: 'Cell', children: runsOf(children, own) })],
        }),
      ],
    });
  });
  return [new Table({ rows, width: FULL, visuallyRightToLeft: line.dir === 'rtl' }), afterTable()];
}
