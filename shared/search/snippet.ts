// STAND-IN by the lead until the real one lands (same exports).
import { type MarkedPart, highlight } from './highlight.ts';
export function snippet(text: string, query: string, options: { readonly length: number }): MarkedPart[] {
  return highlight(text.slice(0, options.length), query);
}
