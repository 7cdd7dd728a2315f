import { THEME_CHOICES } from './state.ts';
import type { ThemeChoice } from './state.ts';

/*
 * What a frame and the page around it tell each other by `postMessage`, described in
 * docs/embedding.md. Whatever comes in is data of a stranger: what is not exactly one of these
 * messages is as if nobody had sent it.
 */

/** Version of the messages; it counts up when one of them means something else. */
export const MESSAGES_VERSION = 1;

/** Commands that the page around may give: those that move about. */
export const FRAME_COMMANDS = [
  'play',
  'pause',
  'start',
  'end',
  'next-event',
  'previous-event',
  'next-rendezvous',
  'previous-rendezvous',
] as const;
export type FrameCommand = (typeof FRAME_COMMANDS)[number];

/** Longest instant in words, and longest link. UTF-16 code units. */
export const MAX_GO_TO = 100;
export const MAX_SHOWN_LINK = 100_000;
/** Most messages that are heard within one second; what comes on top is dropped. */
const MOST_A_SECOND = 60;

/** What the page around may ask for. */
export type FrameRequest =
  | { readonly type: 'watchmen:ping' }
  | { readonly type: 'watchmen:do'; readonly command: FrameCommand }
  /** To an instant, as one would type it: `event 41`, `+200us`. */
  | { readonly type: 'watchmen:go'; readonly to: string }
  /** What follows the `#` of a link. */
  | { readonly type: 'watchmen:show'; readonly link: string }
  | { readonly type: 'watchmen:theme'; readonly theme: ThemeChoice };

/** What a frame tells. */
export type FrameReport =
  /** The first picture is there; or, for one that waits to be started, the still one. */
  | { readonly type: 'watchmen:ready'; readonly version: number; readonly waiting: boolean }
  | FrameState
  /** What became of `watchmen:go`; `problem` is a sentence, empty = it is done. */
  | { readonly type: 'watchmen:went'; readonly problem: string }
  /** A key that has no use in the frame, with the names of a `KeyboardEvent`. */
  | ({ readonly type: 'watchmen:key' } & ReportedKey)
  /** The person wants to leave the frame. */
  | { readonly type: 'watchmen:leave' };

/** The answer to `watchmen:ping`. */
export interface FrameState {
  readonly type: 'watchmen:state';
  readonly version: number;
  readonly waiting: boolean;
  /** Is nothing under way? */
  readonly idle: boolean;
  readonly playing: boolean;
  readonly title: string;
  /** Cycles, and kernel steps that have happened until then. */
  readonly time: number;
  readonly step: number;
  /** Cycles of the whole run; 0 = there is none yet. */
  readonly end: number;
}

/** What is told of a key. */
export type ReportedKey = Readonly<
  Pick<
    KeyboardEvent,
    'key' | 'code' | 'keyCode' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat'
  >
>;

/** The request that `data` is; `null` = none. */
export function readRequest(data: unknown): FrameRequest | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const fields = new Map<string, unknown>(Object.entries(data));
  const { size } = fields;
  switch (fields.get('type')) {
    case 'watchmen:ping':
      return size === 1 ? { type: 'watchmen:ping' } : null;
    case 'watchmen:do': {
      const command = FRAME_COMMANDS.find((one) => one === fields.get('command'));
      return command === undefined || size !== 2 ? null : { type: 'watchmen:do', command };
    }
    case 'watchmen:go': {
      const to = fields.get('to');
      return isText(to, MAX_GO_TO) && size === 2 ? { type: 'watchmen:go', to } : null;
    }
    case 'watchmen:show': {
      const link = fields.get('link');
      const known = isText(link, MAX_SHOWN_LINK) && /^[\w.=&-]+$/u.test(link);
      return known && size === 2 ? { type: 'watchmen:show', link } : null;
    }
    case 'watchmen:theme': {
      const theme = THEME_CHOICES.find((one) => one === fields.get('theme'));
      return theme === undefined || size !== 2 ? null : { type: 'watchmen:theme', theme };
    }
    default:
      return null;
  }
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most;
}

/** Says whether one more message may be heard at `now` (ms): at most so many within a second. */
export function createPatience(most = MOST_A_SECOND): (now: number) => boolean {
  let heard: readonly number[] = [];
  return (now) => {
    heard = heard.filter((at) => now - at < 1000);
    if (heard.length >= most) return false;
    heard = [...heard, now];
    return true;
  };
}
