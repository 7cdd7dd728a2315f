/*
 * What a lesson may hold at most. Lessons come from files and links of any origin, so every list,
 * text and depth is bounded, and so is the work that their answers may ask for.
 */

/** Longest file, in UTF-16 code units. */
export const MAX_LESSON_CHARACTERS = 1_000_000;
/** Deepest nesting of lists and objects, and most values in all. */
export const MAX_LESSON_DEPTH = 16;
export const MAX_LESSON_NODES = 100_000;

export const MAX_STEPS = 64;
export const MAX_SCENES = 32;
export const MAX_VALUES = 64;
export const MAX_LOCKS = 16;
export const MAX_HIGHLIGHTS = 12;
/** Options of a choice, and items to put in order. */
export const MAX_OPTIONS = 6;

/** Longest texts, in UTF-16 code units. */
export const MAX_TITLE_TEXT = 160;
export const MAX_OPTION_TEXT = 240;
export const MAX_PROMPT_TEXT = 400;
export const MAX_TEXT = 1200;

/** Most externalization events that the programs of a scene may have, all apps together. */
export const MAX_SCENE_EVENTS = 200_000;
/** Most kernel steps of one run, and of all runs that the answers of a lesson need. */
export const MAX_RUN_STEPS = 3_000_000;
export const MAX_LESSON_STEPS = 20_000_000;
/** Most faults that a measure may inject, one run each. */
export const MAX_CAMPAIGN_RUNS = 512;
