/** `answer`, or an error that names what was asked when it did not come within `ms` milliseconds. */
export async function answersWithin<Answer>(
  ms: number,
  asked: string,
  answer: Promise<Answer>,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms / 1000} s: ${asked}`)), ms);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
    // Whoever gave up on it does not want to hear that it was torn down with the page.
    answer.catch(() => {});
  }
}
