import { crc32, deflateRawSync } from 'node:zlib';

// A zip written field by field, so that every field can lie.

export type RawEntry = {
  readonly name: string | Buffer;
  readonly data?: Buffer;
  readonly method?: 0 | 8 | number;
  readonly flags?: number;
  /** Unix mode and kind of file, e.g. 0o120777 for a symbolic link. */
  readonly mode?: number;
  /** What the list says instead of the truth. */
  readonly size?: number;
  readonly packedSize?: number;
  readonly offset?: number;
  /** Name in front of the data, where other programs look. */
  readonly localName?: string;
  /** Packed bytes as they are, instead of packing `data`. */
  readonly packed?: Buffer;
  readonly extra?: Buffer;
};

export type RawZip = {
  readonly entries: readonly RawEntry[];
  /** Number of entries the end record claims. */
  readonly count?: number;
  readonly comment?: Buffer;
};

type Placed = {
  readonly entry: RawEntry;
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly offset: number;
};

function localHeader(entry: RawEntry, name: Buffer, packed: Buffer): Buffer {
  const data = entry.data ?? Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(entry.flags ?? 0, 6);
  header.writeUInt16LE(entry.method ?? 8, 8);
  header.writeUInt16LE(0x5021, 12);
  header.writeUInt32LE(crc32(data), 14);
  header.writeUInt32LE(entry.packedSize ?? packed.length, 18);
  header.writeUInt32LE(entry.size ?? data.length, 22);
  const local = entry.localName === undefined ? name : Buffer.from(entry.localName);
  header.writeUInt16LE(local.length, 26);
  return Buffer.concat([header, local]);
}

function listed({ entry, name, packed, offset }: Placed): Buffer {
  const data = entry.data ?? Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(0x0314, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(entry.flags ?? 0, 8);
  header.writeUInt16LE(entry.method ?? 8, 10);
  header.writeUInt16LE(0x5021, 14);
  header.writeUInt32LE(crc32(data), 16);
  header.writeUInt32LE(entry.packedSize ?? packed.length, 20);
  header.writeUInt32LE(entry.size ?? data.length, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(entry.extra?.length ?? 0, 30);
  header.writeUInt32LE((((entry.mode ?? 0o100644) << 16) >>> 0) >>> 0, 38);
  header.writeUInt32LE(entry.offset ?? offset, 42);
  return Buffer.concat([header, name, entry.extra ?? Buffer.alloc(0)]);
}

export function rawZip({ entries, count, comment }: RawZip): Buffer {
  const parts: Buffer[] = [];
  const placed: Placed[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = typeof entry.name === 'string' ? Buffer.from(entry.name) : entry.name;
    const data = entry.data ?? Buffer.alloc(0);
    const packed = entry.packed ?? ((entry.method ?? 8) === 8 ? deflateRawSync(data) : data);
    placed.push({ entry, name, packed, offset: at });
    // An entry that names another's place brings no bytes of its own.
    if (entry.offset !== undefined) continue;
    const local = localHeader(entry, name, packed);
    parts.push(local, packed);
    at += local.length + packed.length;
  }
  const list = Buffer.concat(placed.map(listed));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE((count ?? entries.length) & 0xffff, 8);
  end.writeUInt16LE((count ?? entries.length) & 0xffff, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment?.length ?? 0, 20);
  return Buffer.concat([...parts, list, end, comment ?? Buffer.alloc(0)]);
}
