import { Fragment } from 'react';
import type { DiffOp, DiffPart } from '../../../shared/richtext/word-diff.ts';
import { useT } from '../../i18n/index.ts';

/** Words with what came and went marked: for the eye by lines and colour, for the ear by a word before them. */
export function Words({ parts }: { readonly parts: readonly DiffPart[] }) {
  return parts.map(({ text, op }, index) => <Marked key={index} text={text} op={op} />);
}

function Marked({ text, op }: { readonly text: string; readonly op: DiffOp }) {
  const t = useT('history');
  if (op === 'same') return <Fragment>{text}</Fragment>;
  const Tag = op === 'added' ? 'ins' : 'del';
  return (
    <Tag>
      <span className="rt-diff-said">{t(`said.${op}`)} </span>
      {text}
      <span className="rt-diff-said"> {t('said.end')} </span>
    </Tag>
  );
}
