/** One kind of line break, no control characters but tab; joiners and direction marks stay: Persian needs them. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n').replace(/(?![\t\n])\p{Cc}|\ufeff/gu, '');
}
