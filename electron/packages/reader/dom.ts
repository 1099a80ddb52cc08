// The only way this page makes elements. Text goes in as text nodes and a short list of attributes as attributes; there is
// no way to hand over markup, so no record can bring any.

export type Child = Node | string | null | undefined | false;

type Attributes = {
  readonly class?: string;
  readonly id?: string;
  readonly dir?: 'auto' | 'ltr' | 'rtl' | undefined;
  readonly lang?: string | undefined;
  readonly href?: string;
  readonly title?: string;
  readonly role?: string;
  readonly label?: string;
  readonly labelledBy?: string;
  readonly hidden?: boolean;
  readonly current?: boolean;
};

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  if (attributes.class !== undefined) node.className = attributes.class;
  if (attributes.id !== undefined) node.id = attributes.id;
  if (attributes.dir !== undefined) node.dir = attributes.dir;
  if (attributes.lang !== undefined && attributes.lang !== '') node.lang = attributes.lang;
  if (attributes.title !== undefined) node.title = attributes.title;
  if (attributes.hidden === true) node.hidden = true;
  if (attributes.role !== undefined) node.setAttribute('role', attributes.role);
  if (attributes.label !== undefined) node.setAttribute('aria-label', attributes.label);
  if (attributes.labelledBy !== undefined) node.setAttribute('aria-labelledby', attributes.labelledBy);
  if (attributes.current === true) node.setAttribute('aria-current', 'page');
  if (attributes.href !== undefined) node.setAttribute('href', attributes.href);
  append(node, children);
  return node;
}

export function append(node: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false || child === '') continue;
    node.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
}

/** Somebody else's words: they know their own direction. */
export function user(text: string, lang?: string): HTMLElement {
  return el('bdi', { lang }, text);
}

/** A heading, or nothing when nothing follows it. */
export function section(title: string, children: readonly Child[], className = ''): HTMLElement | null {
  const present = children.filter(
    (child) => child !== null && child !== undefined && child !== false && child !== '',
  );
  if (present.length === 0) return null;
  return el('section', { class: `part ${className}`.trim() }, el('h2', {}, title), ...present);
}

/** Long text as somebody typed it, line breaks kept. */
export function typed(text: string, lang?: string): HTMLElement | null {
  return text === '' ? null : el('div', { class: 'typed', dir: 'auto', lang }, text);
}

/** A table of what a thing is: name beside value; lines without a value are left out. */
export function facts(pairs: readonly (readonly [string, Child])[]): HTMLElement | null {
  const kept = pairs.filter(
    ([, value]) => value !== '' && value !== null && value !== undefined && value !== false,
  );
  if (kept.length === 0) return null;
  return el(
    'dl',
    { class: 'facts' },
    ...kept.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]),
  );
}
