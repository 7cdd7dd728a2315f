import type { Lock } from './embed.ts';
import type { Workspace } from './workspace.ts';

/** What a page lets people do where it does not let them do everything: in a frame of another page. */
export interface Rules {
  readonly locks: ReadonlySet<Lock>;
  /** May the command of that id be done, by key or by name? */
  readonly allows: (command: string) => boolean;
  /** The sentence for who wants to make `next` of `before` and may not; `null` = it may be done. */
  readonly refuses: (before: Workspace, next: Workspace) => string | null;
}
