/**
 * At each commit React counts its way through every node of the focused text to remember where the selection is, should
 * the focus get lost (`getSelectionInformation` in its ReactDOMSelection). In a long text that costs more than all else
 * a key does, and for nothing: Slate puts the selection back itself. React asks the property, the browser the
 * attribute, so only React is told that this is no place for it.
 */
export function spareSelectionWalk(text: HTMLElement | null): void {
  if (text) Object.defineProperty(text, 'contentEditable', { value: 'inherit', configurable: true });
}
