// Text from a library may hold anything, and a terminal obeys escape sequences: control characters are shown, not sent.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to replace
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

export type Output = {
  /** One line for people. */
  readonly line: (text: string) => void;
  /** One JSON value on a line of its own. */
  readonly json: (value: unknown) => void;
  readonly error: (text: string) => void;
};

// `heirloom … | head` closes the pipe early: that is no error of anybody's.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

export const terminal: Output = {
  line: (text) => void process.stdout.write(`${text.replace(CONTROL, '\ufffd')}\n`),
  json: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
  error: (text) => void process.stderr.write(`${text.replace(CONTROL, '\ufffd').replace(/\n/g, ' ')}\n`),
};
