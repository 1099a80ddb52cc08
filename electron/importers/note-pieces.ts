import { setImmediate as breathe } from 'node:timers/promises';
import { transact, type WriteDb } from '../data/handle.ts';

/** A transaction holds at most so many records, so many characters of them, and ends after so many milliseconds. */
const PIECE = 200;
const PIECE_CHARACTERS = 2_000_000;
const PIECE_TIME = 100;

/** Gathers what is to be written until it is worth a transaction, and lets others in between. */
export class Pieces {
  private readonly work: (() => void)[] = [];
  private characters = 0;
  private done = 0;
  private lastBreath = performance.now();
  private readonly options: {
    readonly db: WriteDb;
    readonly dryRun: boolean;
    readonly signal: AbortSignal;
    readonly onProgress: (done: number, total: number | null, stage: string) => void;
  };
  private readonly onPiece: () => void;
  private readonly total: number;

  /** `onPiece` is called at the end of every transaction, inside it. */
  constructor(options: Pieces['options'], onPiece: () => void, total: number) {
    this.options = options;
    this.onPiece = onPiece;
    this.total = total;
  }

  async add(characters: number, work: () => void): Promise<void> {
    this.work.push(work);
    this.characters += characters;
    if (this.work.length >= PIECE || this.characters >= PIECE_CHARACTERS) await this.flush();
    else if (performance.now() - this.lastBreath > PIECE_TIME) await this.breathe();
  }

  async flush(): Promise<void> {
    const { dryRun, db } = this.options;
    while (this.work.length > 0) {
      this.options.signal.throwIfAborted();
      if (dryRun) this.some();
      else transact(db, () => this.some());
      this.options.onProgress(this.done, Math.max(this.total, this.done), dryRun ? 'comparing' : 'writing');
      await this.breathe();
    }
    this.characters = 0;
  }

  /** As much as fits into the time of one piece, one record at least. */
  private some(): void {
    const until = performance.now() + PIECE_TIME;
    let count = 0;
    while (count < this.work.length && (count === 0 || performance.now() < until)) {
      this.work[count]!();
      count += 1;
    }
    this.work.splice(0, count);
    this.done += count;
    this.onPiece();
  }

  private async breathe(): Promise<void> {
    await breathe();
    this.lastBreath = performance.now();
  }
}
