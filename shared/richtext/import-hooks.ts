import type { Block, Inline, Mention } from './document.ts';

// What a reader of foreign text asks its caller: where pictures and files ended up, and what links mean here.

/** A place in the text that names another note. The importer decides later whether that note is known. */
export interface NoteReference {
  readonly target: string;
  readonly label: string;
  readonly wiki: boolean;
}
export type Resolve = (reference: NoteReference) => { readonly id: string; readonly title: string } | null;

export interface StoredPicture {
  readonly attachmentId: string;
  readonly name: string;
  readonly pixels?: { readonly width: number; readonly height: number } | undefined;
}
export interface StoredFile {
  readonly attachmentId: string;
  readonly name: string;
  readonly bytes: number;
}
/** What our own export says about the attachment it wrote. */
export interface OwnAttachment {
  readonly attachmentId: string | undefined;
  readonly name: string | undefined;
}

export interface ImportHooks {
  readonly makeBlockId: () => string;
  /** The stored picture an address means; `undefined` leaves its description. Without it, ids of our own export are kept. */
  readonly picture?:
    | ((src: string, alt: string, own: OwnAttachment) => StoredPicture | undefined)
    | undefined;
  /** As `picture`, for files and sounds of our own export, and for links to files beside the text. */
  readonly file?: ((href: string, name: string, own: OwnAttachment) => StoredFile | undefined) | undefined;
  /** The record a card or mention of our own export means here. Default: the one it names. */
  readonly record?:
    | ((kind: Mention['kind'], id: string) => { kind: Mention['kind']; id: string } | undefined)
    | undefined;
  /** Which note a link means whose address is no link here. Default: none, and such links stay words. */
  readonly resolve?: Resolve | undefined;
}

type WithoutId<T> = T extends Block ? Omit<T, 'id'> : never;
/** A block that gets its id when it is added. */
export type NewBlock = WithoutId<Block>;

/** A stored file as a block: sounds, known by the ending of the name, can be listened to. */
export function storedFileBlock(stored: StoredFile, children: Inline[] = []): NewBlock {
  const { attachmentId, bytes } = stored;
  const name = stored.name.slice(0, 500);
  return /\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac|weba)$/iu.test(name)
    ? { type: 'audio', attachmentId, name, children }
    : { type: 'file', attachmentId, name, bytes, children };
}
