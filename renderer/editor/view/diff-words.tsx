import { createContext, Fragment, useContext } from 'react';
import type { DiffOp, DiffPart } from '../../../shared/richtext/word-diff.ts';
import { useT } from '../../i18n/index.ts';

/** True where neither version is the older: two windows wrote at the same time, and nothing is struck out. */
export const EqualVersions = createContext(false);

/** Words with what came and went marked: for the eye by lines and colour, for the ear by a word before them. */
export function Words({ parts }: { readonly parts: readonly DiffPart[] }) {
  return parts.map(({ text, op }, index) => <Marked key={index} text={text} op={op} />);
}

function Marked({ text, op }: { readonly text: string; readonly op: DiffOp }) {
  const t = useT('history');
  const isEqual = useContext(EqualVersions);
  if (op === 'same') return <Fragment>{text}</Fragment>;
  if (isEqual) return <mark className="rt-diff-own">{text}</mark>;
  const Tag = op === 'added' ? 'ins' : 'del';
  return (
    <Tag>
      <span className="rt-diff-said">{t(`said.${op}`)} </span>
      {text}
      <span className="rt-diff-said"> {t('said.end')} </span>
    </Tag>
  );
}
