import { Node, Transforms } from 'slate';
import { asBlock } from './convert.ts';
import type { RichTextSlate } from './slate-types.ts';

/**
 * Every block has an id that never changes and is not shared: links, citations, merges and corrections point at it.
 * A split gives the second half a new one; a merge keeps the first; whatever arrives without one, or with one that is
 * taken, is given a new one.
 */
export function withBlockIds(editor: RichTextSlate): RichTextSlate {
  const { apply, getSplitProperties, normalizeNode } = editor;
  // A scan of all ids for every key would cost with the length of the document: only these may bring a double.
  let suspicious = true;

  editor.apply = (operation) => {
    if (
      operation.type === 'insert_node' ||
      (operation.type === 'set_node' && 'id' in operation.newProperties)
    )
      suspicious = true;
    if (operation.type === 'split_node' && operation.path.length === 1) suspicious = true;
    apply(operation);
  };

  editor.getSplitProperties = (node, path) => {
    const properties = getSplitProperties(node, path);
    return asBlock(node) ? { ...properties, id: editor.makeBlockId() } : properties;
  };

  editor.normalizeNode = (entry, options) => {
    const [node] = entry;
    if (node === editor && suspicious) {
      suspicious = false;
      const seen = new Set<string>();
      for (let index = 0; index < editor.children.length; index += 1) {
        const block = editor.children[index];
        if (!block || !Node.isElement(block)) continue;
        const id = 'id' in block ? block.id : undefined;
        if (typeof id === 'string' && id !== '' && !seen.has(id)) {
          seen.add(id);
          continue;
        }
        const fresh = editor.makeBlockId();
        seen.add(fresh);
        Transforms.setNodes(editor, { id: fresh }, { at: [index] });
      }
    }
    normalizeNode(entry, options);
  };
  return editor;
}
