/** Pasted text as the file that it would be. */
export function textFile(text: string): File {
  return new File([text], 'pasted text', { type: 'text/plain' });
}
