export type BadFileCode =
  | 'empty'
  | 'binary'
  | 'bad-json'
  | 'no-rows'
  | 'no-columns'
  | 'too-large'
  | 'set-too-large'
  | 'not-readable'
  | 'not-notes'
  | 'unsafe-zip'
  | 'unsafe-xml'
  | 'too-deep'
  | 'bad-encoding'
  | 'not-ours'
  | 'newer-version';

/** A file that cannot be imported at all. Single bad rows never throw: they are rejections in the report. */
export class BadFile extends Error {
  readonly code: BadFileCode;
  /** For the curious: the format found instead, or a short technical reason. Never text of the file. */
  readonly detail: string;

  constructor(code: BadFileCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'BadFile';
    this.code = code;
    this.detail = detail;
  }
}
