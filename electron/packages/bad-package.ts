/** Every way a package can be wrong. The page words them from the catalogue; `detail` is for the technical line below. */
export const PACKAGE_PROBLEMS = [
  'not-found',
  'package-too-large',
  'not-a-zip',
  'zip-damaged',
  'zip-encrypted',
  'zip-compression',
  'zip-too-many-entries',
  'zip-entry-too-large',
  'zip-total-too-large',
  'zip-ratio',
  'zip-overlap',
  'zip-size-lie',
  'zip-directory-lie',
  'zip-not-a-file',
  'zip-symlink',
  'zip-duplicate-name',
  'zip-duplicate-case',
  'name-traversal',
  'name-absolute',
  'name-drive',
  'name-backslash',
  'name-nul',
  'name-reserved',
  'name-too-long',
  'name-too-deep',
  'name-characters',
  'not-a-bag',
  'bag-declaration',
  'bag-info',
  'bag-no-manifest',
  'bag-manifest-syntax',
  'bag-path-unsafe',
  'bag-path-outside-payload',
  'bag-duplicate-listing',
  'bag-conflicting-listing',
  'bag-fetch',
  'file-missing',
  'file-unlisted',
  'checksum-mismatch',
  'oxum-mismatch',
  'manifest-missing',
  'manifest-too-large',
  'manifest-invalid',
  'manifest-mismatch',
  'too-new',
  'records-missing',
  'record-too-large',
  'record-too-deep',
  'record-invalid',
  'record-duplicate',
  'case-key-duplicate',
  'record-id-taken',
  'media-name',
  'media-missing',
] as const;
export type PackageProblemCode = (typeof PACKAGE_PROBLEMS)[number];
export type PackageProblem = { readonly code: PackageProblemCode; readonly detail: string };

export class BadPackage extends Error {
  readonly code: PackageProblemCode;
  readonly detail: string;
  constructor(code: PackageProblemCode, detail = '') {
    super(`${code}: ${detail}`);
    this.name = 'BadPackage';
    this.code = code;
    // Names come from the file: no control characters in logs or terminals, and no novels.
    this.detail = Array.from(detail, (letter) => (/\p{Cc}/u.test(letter) ? '\uFFFD' : letter))
      .join('')
      .slice(0, 300);
  }
}
