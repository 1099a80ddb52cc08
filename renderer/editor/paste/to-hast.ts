import type { Element, Root, RootContent } from 'hast';
import { READ_ATTRIBUTES } from '../../../shared/richtext/html-in/tree.ts';

/**
 * An inert document as plain objects. Only the attributes the reader of HTML asks for are copied, so that no handler, no
 * source set and no style sheet gets any further; nodes are visited with a list, not by recursion, for a page may nest
 * ten thousand elements. A template's content and comments are left behind.
 */
export function toHast(node: ParentNode): Root {
  const root: Root = { type: 'root', children: [] };
  const open: { readonly from: Node; readonly into: RootContent[] }[] = [{ from: node, into: root.children }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (let child = next.from.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === 3) next.into.push({ type: 'text', value: child.nodeValue ?? '' });
      if (child.nodeType !== 1) continue;
      const element: Element = {
        type: 'element',
        tagName: child.nodeName.toLowerCase(),
        properties: {},
        children: [],
      };
      for (const { name, value } of (child as globalThis.Element).attributes) {
        const known = READ_ATTRIBUTES.get(name.toLowerCase());
        if (known !== undefined) element.properties[known] = value;
      }
      next.into.push(element);
      open.push({ from: child, into: element.children as RootContent[] });
    }
  }
  return root;
}
