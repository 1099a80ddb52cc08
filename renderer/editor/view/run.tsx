import type { ReactNode } from 'react';
import type { Text } from '../../../shared/richtext/document.ts';

/** Wraps words in the elements of their marks; `code` innermost, as text in it is literal. */
export function markedUp(run: Text, words: ReactNode): ReactNode {
  let out = words;
  if (run.code) out = <code className="rt-inline-code">{out}</code>;
  if (run.sup) out = <sup>{out}</sup>;
  if (run.sub) out = <sub>{out}</sub>;
  if (run.highlight) out = <mark>{out}</mark>;
  if (run.strike) out = <s>{out}</s>;
  if (run.underline) out = <u>{out}</u>;
  if (run.italic) out = <em>{out}</em>;
  if (run.bold) out = <strong>{out}</strong>;
  return out;
}
