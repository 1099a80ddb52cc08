import type { Ref } from 'react';

/** What Slate wants on the outermost element of a block; empty in the read-only view. */
export interface ShellAttributes {
  readonly ref?: Ref<never>;
  readonly 'data-slate-node'?: 'element';
  readonly 'data-slate-void'?: true;
}

/** The same with what every block carries: its direction and, in the view, the place a link can lead to. */
export interface SharedAttributes extends ShellAttributes {
  readonly id?: string;
  readonly dir?: 'ltr' | 'rtl';
}
