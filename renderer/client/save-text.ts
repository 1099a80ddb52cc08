/** Offers plain text as a file without the store: for words that could not be saved, when the store is what fails. */
export const saveText = (text: string, fileName: string): void => {
  const link = document.createElement('a');
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // Some time later: the download begins after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
