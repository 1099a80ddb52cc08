import {
  AlignmentType,
  Bookmark,
  Document,
  type FileChild,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
} from 'docx';
import { type Direction, firstStrongDirection, resolveDirections } from '../../shared/richtext/direction.ts';
import type { Block } from '../../shared/richtext/document.ts';
import { listNumbers } from '../../shared/richtext/list-numbers.ts';
import { type DocumentSet, type DocumentToWrite, indexOf } from './document-set.ts';
import {
  BULLETS,
  blockDocx,
  CHECKS,
  type DocxContext,
  directed,
  type ListOfNumbers,
  NUMBERS,
} from './docx-blocks.ts';
import { type Line, languageOf, textRuns } from './docx-inline.ts';
import { officePictures, xmlText } from './office.ts';
import { nameOfSet } from './place-files.ts';

/** All documents of the set in one Word file, each under its title. */
export async function docxFile(set: DocumentSet): Promise<Buffer> {
  const pictures = await officePictures(set);
  const { documents } = indexOf(set);
  const counters: Counters = { list: 0, picture: 0, starts: [] };
  const several = set.documents.length > 1;
  const children = set.documents.flatMap((one, at): FileChild[] => {
    const line = {
      language: one.language,
      bookmarkOf: (id: string) => (documents.has(id) ? bookmarkOf(id) : undefined),
      labelOf: (id: string, label: string) => documents.get(id)?.title || label || set.untitled,
    };
    const lists = listsOf(one.document.blocks, counters);
    const context: DocxContext = {
      line,
      labels: set.labels,
      pictures,
      topHeading: several ? 2 : 1,
      listOf: (block) => lists.get(block) ?? { reference: NUMBERS, instance: 0 },
      nextPicture: () => {
        counters.picture += 1;
        return counters.picture;
      },
    };
    const dirs = resolveDirections(one.document.blocks);
    const title = one.title || set.untitled;
    const fallback = firstStrongDirection(title) ?? 'ltr';
    return [
      titleOf(one, title, { ...line, dir: fallback }, several, at > 0),
      ...one.document.blocks.flatMap((block, index) => blockDocx(block, dirs[index] ?? fallback, context)),
    ];
  });
  const authors = [...new Set(set.documents.map((one) => one.author).filter((name) => name !== ''))];
  const keywords = [...new Set(set.documents.flatMap((one) => one.tags))];
  return Packer.toBuffer(
    new Document({
      title: xmlText(nameOfSet(set)),
      creator: xmlText(authors.join(', ')),
      lastModifiedBy: xmlText(authors[0] ?? ''),
      keywords: xmlText(keywords.join(', ')),
      styles: stylesOf(set),
      numbering: { config: [...NUMBERING, ...counters.starts.map(numbersFrom)] },
      sections: [{ properties: { page: { margin: MARGIN } }, children }],
    }),
  );
}

/** Names of bookmarks are at most 40 signs long and hold no hyphens. */
const bookmarkOf = (id: string): string => `n${id.replaceAll('-', '')}`;

function titleOf(
  one: DocumentToWrite,
  text: string,
  line: Line,
  several: boolean,
  breaks: boolean,
): Paragraph {
  return new Paragraph({
    ...directed(line.dir),
    heading: several ? HeadingLevel.HEADING_1 : HeadingLevel.TITLE,
    pageBreakBefore: breaks,
    keepNext: true,
    children: [new Bookmark({ id: bookmarkOf(one.id), children: textRuns({ text }, line) })],
  });
}

interface Counters {
  list: number;
  picture: number;
  /** Lists that begin where somebody said. */
  readonly starts: Start[];
}
interface Start {
  readonly reference: string;
  readonly level: number;
  readonly start: number;
}

/** Each count is a list of its own, across all documents of the file. */
function listsOf(blocks: readonly Block[], counters: Counters): Map<Block, ListOfNumbers> {
  const lists = new Map<Block, ListOfNumbers>();
  const open: ListOfNumbers[] = [];
  const numbers = listNumbers(blocks);
  blocks.forEach((block, at) => {
    if (block.type !== 'list-item' || block.style !== 'number') return;
    if (numbers[at] === 1 || block.start !== undefined) {
      counters.list += 1;
      const reference = block.start === undefined ? NUMBERS : `${NUMBERS}-${counters.list}`;
      open[block.depth] = { reference, instance: counters.list };
      if (block.start !== undefined)
        counters.starts.push({ reference, level: block.depth, start: block.start });
    }
    lists.set(block, open[block.depth] ?? { reference: NUMBERS, instance: counters.list });
  });
  return lists;
}

const MARGIN = { top: 1134, right: 1304, bottom: 1134, left: 1304 } as const;
const LEVELS = Array.from({ length: 9 }, (_, level) => level);
/** Indents from the side the text begins at, so that lists mirror with the paragraph. */
const indented = (level: number) => ({
  paragraph: { indent: { start: 400 * (level + 1), hanging: 360 } },
});
const numbersFrom = ({ reference, level: from, start }: Start) => ({
  reference,
  levels: LEVELS.map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    alignment: AlignmentType.START,
    style: indented(level),
    start: level === from ? start : 1,
  })),
});
const NUMBERING = [
  numbersFrom({ reference: NUMBERS, level: 0, start: 1 }),
  {
    reference: BULLETS,
    levels: LEVELS.map((level) => ({
      level,
      format: LevelFormat.BULLET,
      text: ['•', '◦', '▪'][level % 3] ?? '•',
      alignment: AlignmentType.START,
      style: indented(level),
    })),
  },
  {
    reference: CHECKS,
    levels: LEVELS.map((level) => ({
      level,
      format: LevelFormat.BULLET,
      text: '',
      alignment: AlignmentType.START,
      style: indented(level),
    })),
  },
];

function stylesOf(set: DocumentSet) {
  const dir: Direction = firstStrongDirection(nameOfSet(set)) ?? 'ltr';
  const language = set.documents.length === 1 ? (set.documents[0]?.language ?? '') : set.language;
  const heading = (size: number) => ({
    run: { size, bold: true, boldComplexScript: true, color: '29231B', sizeComplexScript: true },
    paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          size: 22,
          font: { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Tahoma', eastAsia: 'Microsoft YaHei' },
          ...languageOf(language),
        },
        paragraph: { spacing: { after: 140, line: 288 } },
      },
      title: { ...heading(44), paragraph: { ...directed(dir), spacing: { after: 240 } } },
      heading1: heading(32),
      heading2: heading(27),
      heading3: heading(24),
      heading4: heading(22),
      caption: { run: { size: 19, color: '574E40' } },
    },
    paragraphStyles: [
      {
        id: 'Quote',
        name: 'Quote',
        basedOn: 'Normal',
        run: { color: '574E40', italics: true },
        paragraph: { indent: { start: 480, end: 480 } },
      },
      {
        id: 'Code',
        name: 'Code',
        basedOn: 'Normal',
        run: { size: 19, font: 'Consolas' },
        paragraph: {
          shading: { type: 'clear' as const, color: 'auto', fill: 'F3EDE2' },
          spacing: { line: 260 },
        },
      },
      {
        id: 'Card',
        name: 'Card',
        basedOn: 'Normal',
        run: { color: '574E40' },
        paragraph: { indent: { start: 240 } },
      },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', paragraph: { spacing: { after: 40 } } },
    ],
  };
}
