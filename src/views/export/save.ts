/** A file that is ready. */
export interface ReadyFile {
  readonly name: string;
  readonly content: Blob;
}

/** The browser reads the file only after the click. */
const KEEP_MS = 60_000;

/** Has the browser save `file` where it saves what is downloaded. */
export function save({ name, content }: ReadyFile): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
