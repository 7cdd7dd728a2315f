import { readRequest } from '../../store/embed-messages.ts';
import type { FrameReport, FrameRequest } from '../../store/embed-messages.ts';
import { NOBODY } from '../../store/embed.ts';

/** The page around a frame. */
export interface Parent {
  readonly tell: (report: FrameReport) => void;
  /** What `event` asks for; `null` = nothing, or it comes from somebody else. */
  readonly read: (event: MessageEvent<unknown>) => FrameRequest | null;
  /** Gives it the focus. */
  readonly focus: () => void;
}

/** What of a window is needed to know the page around it. */
export type FramedWindow = Pick<Window, 'parent' | 'location'> & {
  readonly document: Pick<Document, 'referrer'>;
};

/**
 * The page around `view`; `null` where there is none, or none that may speak with it. It speaks with
 * the page of origin `only`, else with that which the browser names, else with whatever page it is in.
 */
export function parentOf(view: FramedWindow, only: string | null): Parent | null {
  const { parent } = view;
  if (parent === view || only === NOBODY) return null;
  const origin = only ?? originAround(view);
  // A page without an origin, from a disk, can only be told together with all others.
  const target = origin === null || origin === 'null' ? '*' : origin;
  return {
    tell: (report) => parent.postMessage(report, target),
    read: (event) =>
      event.source === parent && (origin === null || event.origin === origin)
        ? readRequest(event.data)
        : null,
    focus: () => parent.focus(),
  };
}

/** The origin of the page around; `null` = the browser does not tell. */
function originAround({ location, document }: FramedWindow): string | null {
  // Firefox has no such list.
  const around = (location as { readonly ancestorOrigins?: DOMStringList }).ancestorOrigins;
  if (around !== undefined) return around[0] ?? null;
  return document.referrer === '' ? null : new URL(document.referrer).origin;
}
