// What Markdown would read as markup, written so that it stays letters. After CommonMark 0.31 and GitHub's extensions.

/**
 * Escapes one line of text (no line breaks). `lineStart`: it begins a line, where signs mean headings, lists and so on.
 * `lineEnd`: it ends one, where spaces would be dropped.
 */
export function escapeMarkdown(text: string, lineStart: boolean, lineEnd = false): string {
  let out = text
    .replace(/[\\`*[\]<>~|]/g, '\\$&')
    .replace(/&(?=[#\p{L}])/gu, '\\&')
    // Underscores inside a word are letters to Markdown, and escaping them makes every file name ugly.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    // Bare addresses would become links that nobody made.
    .replace(/(https?|ftp):\/\//gi, '$1\\://')
    .replace(/www\./gi, (found) => `${found.slice(0, 3)}\\.`)
    .replace(/(?<=[\p{L}\p{N}._+-])@(?=[\p{L}\p{N}-])/gu, '\\@');
  if (lineStart) {
    out = out
      .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
      .replace(/^[-+=:]/, '\\$&')
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
      .replace(/^[ \t]/, entity);
  }
  return lineEnd ? out.replace(/[ \t]$/, entity) : out;
}

const entity = (space: string): string => (space === '\t' ? '&#9;' : '&#32;');

/** Text as a code span: enough backticks, and room where the text itself begins or ends with one. */
export function codeSpan(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const needsRoom =
    text.startsWith('`') || text.endsWith('`') || (/^ .*[^ ].* $/.test(text) && text.trim() !== '');
  return needsRoom ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Text as a fenced block. A language with signs Markdown would misread is left out. */
export function codeFence(text: string, language: string | undefined): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  const info = language !== undefined && isPlainLanguage(language) ? language : '';
  return `${fence}${info}\n${text === '' ? '' : `${text}\n`}${fence}`;
}

/** Whether a fence can name the language. */
export const isPlainLanguage = (language: string): boolean => /^[\w+#.-]+$/.test(language);

const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

/** The target of a link between its brackets. */
export function escapeTarget(url: string): string {
  if (/^[\w/:.?=%#~+@,;!$-]+$/.test(url)) return url;
  return `<${url
    .replace(/[\\<>]/g, '\\$&')
    .replace(/&(?=[#\w])/g, '\\&')
    .replace(/[\n\r]/g, ' ')}>`;
}

/** The title of a link or picture, in its quotes. No breaks: an empty line in it would end the link. */
export const escapeTitle = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replace(/&(?=[#\p{L}])/gu, '\\&')}"`;
