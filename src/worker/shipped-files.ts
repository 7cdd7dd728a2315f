/**
 * Files that come with the page, by their path below its address, where they lie within it: in a page
 * that is one file. `null` = they are fetched.
 */
export const SHIPPED_FILES: Readonly<Record<string, unknown>> | null = null;
