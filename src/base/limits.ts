/*
 * What links and files may bring at most. They come from anybody, so everything about them is bounded
 * before it is looked at: a sentence refuses what is larger. docs/security.md tells people the same.
 * Limits of what a thing may hold (notes, faults, applications, steps of a lesson) stand in its schema.
 */

/** Deepest nesting of lists and objects in JSON; nothing that Watchmen writes comes near. */
export const MAX_JSON_DEPTH = 64;

/** Most bytes that the code of a link of a run unpacks to. */
export const MAX_LINK_CODE_BYTES = 1024 * 1024;

/** Largest file of a scenario, which may carry programs whole. */
export const MAX_SCENARIO_FILE_BYTES = 100_000_000;

/** Largest profile of a program: 2,000,000 traps need less. */
export const MAX_PROFILE_FILE_BYTES = 500_000_000;

/** Largest file of a sweep, a study or a campaign that the page opens. */
export const MAX_RESULT_FILE_BYTES = 200_000_000;
