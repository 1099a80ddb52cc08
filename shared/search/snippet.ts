// STAND-IN by the lead until the real one lands (same exports).
import { highlight, type MarkedPart } from './highlight.ts';
export function snippet(text: string, query: string, options: { readonly length: number }): MarkedPart[] {
  return highlight(text.slice(0, options.length), query);
}
