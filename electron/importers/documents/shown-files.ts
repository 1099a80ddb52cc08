import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { Block } from '../../../shared/richtext/document.ts';
import type { StoredFile, StoredPicture } from '../../../shared/richtext/import-hooks.ts';
import { type Simplified, type SimplifiedTally, tally } from '../../../shared/richtext/simplified.ts';
import { FILE_MAX_BYTES, isShowable } from '../../media/keep-file.ts';
import { inspectFile } from '../../media/picture-size.ts';
import type { RejectionReason } from '../case-reading.ts';
import { contentId } from '../content-id.ts';
import type { JsonFile } from './json-set.ts';
import type { LinkTargets } from './names.ts';
import type { AbsentFile, FoundAttachment, ReaderSettings } from './parsed-note.ts';
import { readSource, type SourceFile, sourceAlone } from './source-file.ts';

// The pictures, sounds and files a note shows. While its text is read only names and bytes are looked at; what they
// really are is asked afterwards (`settle`), and a picture that is none becomes a file.

/** A picture inside a document: `source` is how the text names it, `extension` what the document takes it for. */
export type EmbeddedPicture = {
  readonly source: string;
  readonly extension: string;
  readonly bytes: Buffer;
};
type Found = FoundAttachment & {
  /** Its place in the import; null for what lies inside the document. */
  readonly place: number | null;
  readonly extension: string;
};
type Known = { readonly path: string; readonly sha256: string; readonly bytes: number };

/** What is known of files met before on this thread: one picture often stands in many notes. */
const known = new Map<number, Known>();
let byPlace: ReadonlyMap<number, SourceFile> | null = null;
const PIECE = 1024 * 1024;

export class ShownFiles {
  private readonly settings: ReaderSettings;
  private readonly targets: LinkTargets;
  private readonly notePath: string;
  private readonly noteId: string;
  private readonly embedded = new Map<string, EmbeddedPicture>();
  private readonly found = new Map<string, Found>();
  /** Those whose blocks come whole, from our own JSON. */
  private readonly own = new Set<string>();
  readonly absent: AbsentFile[] = [];
  readonly problems: { reason: RejectionReason; detail: string }[] = [];

  constructor(settings: ReaderSettings, targets: LinkTargets, notePath: string, noteId: string) {
    this.settings = settings;
    this.targets = targets;
    this.notePath = notePath;
    this.noteId = noteId;
  }

  /** Pictures that lie in the document itself. */
  embed(pictures: readonly EmbeddedPicture[]): void {
    for (const picture of pictures) this.embedded.set(picture.source, picture);
  }

  /** True when a target is a file of this import. */
  knows(target: string): boolean {
    return this.targets.file(target, this.notePath) !== null;
  }

  readonly picture = (src: string, alt: string): StoredPicture | undefined => {
    const one = this.take(src, alt);
    return one && { attachmentId: one.id, name: one.fileName };
  };

  readonly file = (href: string, name: string): StoredFile | undefined => {
    const one = this.take(href, name);
    // The size is filled in by `settle`.
    return one && { attachmentId: one.id, name: name.trim() || one.fileName, bytes: 0 };
  };

  attachments(): FoundAttachment[] {
    return [...this.found.values()].map(({ id, sha256, path, fileName, altText }) => ({
      id,
      sha256,
      path,
      fileName,
      altText,
    }));
  }

  places(): number[] {
    return [...new Set([...this.found.values()].flatMap(({ place }) => (place === null ? [] : [place])))];
  }

  /**
   * A file of our own JSON under the id its note knows it by. The bytes must be those the note was written with: what
   * lies at the path now may be anything.
   */
  takeOwn({ attachmentId: id, sha256, path: target, fileName, altText }: JsonFile): void {
    const place = this.targets.file(target, this.notePath);
    byPlace ??= new Map(this.settings.files);
    const source = place === null ? undefined : byPlace.get(place);
    const file = place === null || source === undefined ? null : this.lookAt(place, source);
    if (place === null || file === null) return this.takeAbsent(id, sha256);
    if (file.sha256 !== sha256) {
      this.problems.push({ reason: 'file-differs', detail: target.slice(0, 1_000) });
      return this.takeAbsent(id, sha256);
    }
    this.own.add(id);
    this.found.set(id, { id, sha256, path: file.path, fileName, extension: '', altText, place });
  }

  /** A file that our own export shows and that is not there. */
  takeAbsent(id: string, sha256: string): void {
    if (!this.absent.some((one) => one.id === id)) this.absent.push({ id, sha256 });
  }

  private take(target: string, altText: string): Found | undefined {
    const inside = this.embedded.get(target) ?? dataPicture(target);
    if (inside !== null) return this.keep(inside, altText);
    const place = this.targets.file(target, this.notePath);
    byPlace ??= new Map(this.settings.files);
    const source = place === null ? undefined : byPlace.get(place);
    if (place === null || source === undefined) return undefined;
    const file = this.lookAt(place, source);
    if (file === null) return undefined;
    const fileName = posix.basename(source.relativePath.replaceAll('\\', '/')).slice(0, 500);
    return this.add({ path: file.path, fileName, extension: '', altText, place }, file.sha256);
  }

  private keep({ bytes, extension }: EmbeddedPicture, altText: string): Found {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = join(this.ownFolder(), `part-${sha256}`);
    // Written once: the import may be copying it for another note while we meet the same picture again.
    if (!existsSync(path)) writeFileSync(path, bytes, { mode: 0o600 });
    const before = [...this.found.values()].find((one) => one.path === path);
    return (
      before ??
      this.add({ path, fileName: `${this.found.size + 1}`, extension, altText, place: null }, sha256)
    );
  }

  private add(one: Omit<Found, 'id' | 'sha256'>, sha256: string): Found {
    const id = contentId(this.noteId, one.fileName, sha256);
    const before = this.found.get(id);
    if (before !== undefined) return before;
    const made = { ...one, id, sha256, altText: one.altText.slice(0, 2_000) };
    this.found.set(id, made);
    return made;
  }

  /** Threads that write one file at the same time would read and keep each other's halves. */
  private ownFolder(): string {
    const own = join(this.settings.folder, `thread-${threadId}`);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    return own;
  }

  private lookAt(place: number, source: SourceFile): Known | null {
    const before = known.get(place);
    if (before !== undefined) return before;
    try {
      const hash = createHash('sha256');
      const { size } = readSource(source, 0);
      if (size > FILE_MAX_BYTES) return null;
      for (let from = 0; from < size; from += PIECE) {
        const part = { from: (source.part?.from ?? 0) + from, bytes: Math.min(PIECE, size - from) };
        hash.update(readSource({ ...source, part }).bytes);
      }
      const path = sourceAlone(source, this.ownFolder(), `file-${place}`);
      const one = { path, sha256: hash.digest('hex'), bytes: size };
      known.set(place, one);
      return one;
    } catch {
      // Not readable: the note keeps the words of the link.
      return null;
    }
  }

  /** The blocks with what their files really are: sizes filled in, pictures that are none made files. */
  async settle(
    blocks: readonly Block[],
    simplified: Simplified,
  ): Promise<{ readonly blocks: Block[]; readonly simplified: Simplified }> {
    if (this.found.size === 0) return { blocks: [...blocks], simplified };
    const facts = new Map<string, Awaited<ReturnType<typeof inspectFile>>>();
    for (const { id, path } of this.found.values()) facts.set(id, await inspectFile(path));
    const counts: SimplifiedTally = { ...simplified };
    const settled = blocks.map((block): Block => {
      if (block.type !== 'image' && block.type !== 'file' && block.type !== 'audio') return block;
      const fact = facts.get(block.attachmentId);
      const one = this.found.get(block.attachmentId);
      if (fact === undefined || one === undefined) return block;
      const isPicture = fact.pixels !== null && isShowable(fact.pixels);
      if (block.type === 'image') {
        const name = this.own.has(one.id)
          ? block.name
          : withExtension(block.name, fact.extension, one.extension);
        // A picture of our own JSON is what it was, also one whose size nobody had noted.
        if (isPicture && this.own.has(one.id) && block.pixels === undefined) return block;
        if (isPicture) return { ...block, name, pixels: fact.pixels! };
        tally(counts, 'pictures');
        const children =
          block.children.length > 0 || block.alt === '' ? block.children : [{ text: block.alt }];
        const { id, attachmentId, dir } = block;
        return { id, ...(dir ? { dir } : {}), type: 'file', attachmentId, name, bytes: fact.bytes, children };
      }
      return block.type === 'file' ? { ...block, bytes: fact.bytes } : block;
    });
    for (const [id, fact] of facts) {
      const one = this.found.get(id)!;
      if (!this.own.has(id))
        this.found.set(id, { ...one, fileName: withExtension(one.fileName, fact.extension, one.extension) });
    }
    return { blocks: settled, simplified: counts };
  }
}

const LARGEST_DATA = 64 * 1024 * 1024;

/** The picture of a `data:` address, as pages that stand alone write their pictures; null for any other address. */
function dataPicture(address: string): EmbeddedPicture | null {
  const [, coded] = /^data:[a-z0-9.+/-]+(?:;[a-z0-9=.-]+)*;base64,([a-z0-9+/=\s%]+)$/i.exec(address) ?? [];
  if (coded === undefined || coded.length > LARGEST_DATA) return null;
  return { source: address, extension: '', bytes: Buffer.from(coded, 'base64') };
}

/** Pictures inside a document have no names of their own. */
function withExtension(name: string, extension: string, said: string): string {
  if (!/^\d+$/.test(name)) return name;
  return `${name}.${extension === 'bin' && said !== '' ? said : extension}`;
}
