import type { StoreApi } from 'zustand/vanilla';

import { msg, t } from '../base/language.ts';
import { equalData } from '../base/equal.ts';
import type { AppStore } from './app-store.ts';
import { typedPath } from './explore-form.ts';
import type { ExploreForm, FormJson } from './explore-form.ts';
import { createExploreHistory } from './explore-history.ts';
import type { ExploreHistory } from './explore-history.ts';
import { isRecord, readForms, readPlace, writeForms, writePlace } from './explore-text.ts';
import type { ExplorePart } from './explore-parts.ts';
import type { Memory } from './memory.ts';

/*
 * What is set up in Explore is in three places: in its stores, in the address (the part shown and its
 * form) and in the notes of this tab (all forms). The stores lead. They are written to the other two
 * after each change; what comes from these is set up like a change, which can be undone.
 */

/** Where a tab notes what is set up. */
export const EXPLORE_KEY = 'watchmen.explore';

const FORGOTTEN = msg(
  'What you had set up in Explore could not be read, so that it begins with its own values.',
);

/** Keeps what is set up in Explore, and lets it be undone. */
export interface ExploreEdits {
  readonly steps: ExploreHistory['steps'];
  /** Sets up what the tab has kept and what the address says; before that nothing should be shown. */
  readonly begin: () => Promise<void>;
}

interface EditsDeps {
  readonly part: StoreApi<{ readonly part: ExplorePart }>;
  readonly forms: Readonly<Partial<Record<ExplorePart, ExploreForm>>>;
  /** Outlasts a reload of this tab, and no more. */
  readonly tab: Memory;
}

/** Edits of the forms in `deps`, in the page of `app`. */
export function createExploreEdits(app: AppStore, deps: EditsDeps): ExploreEdits {
  const edits = new Edits(app, deps);
  return { steps: edits.history.steps, begin: () => edits.begin() };
}

class Edits {
  readonly history: ExploreHistory;
  private readonly app: AppStore;
  private readonly deps: EditsDeps;
  private readonly parts: readonly ExplorePart[];
  /** Each form as it was last written down. */
  private readonly known = new Map<ExplorePart, FormJson>();
  private readonly drafts = new Map<ExplorePart, object | undefined>();
  /** What was written to the state of the page, or read from there, last. */
  private said: string | null = null;
  /** All that was written to the state of the page: an address of these is one of its own. */
  private readonly own = new Set<string>();
  /** Is a form set up by an undo, or before anybody could see it? Such a change is no step of its own. */
  private silent = false;
  private begun = false;

  constructor(app: AppStore, deps: EditsDeps) {
    this.app = app;
    this.deps = deps;
    this.parts = Object.keys(deps.forms) as ExplorePart[];
    this.history = createExploreHistory(app, (part, form) => this.goTo(part, form));
    for (const part of this.parts) {
      this.known.set(part, deps.forms[part]?.read());
      this.drafts.set(part, deps.forms[part]?.draft());
      deps.forms[part]?.subscribe(() => this.note(part));
    }
    deps.part.subscribe((next, before) => next.part !== before.part && this.publish(1));
    app.store.subscribe(({ explore }, before) => {
      const news = explore !== before.explore && explore !== this.said;
      if (!this.begun || explore === null || !news) return;
      const there = app.awaitPart();
      void this.arrive(explore).finally(there);
    });
  }

  async begin(): Promise<void> {
    const { store } = this.app;
    this.silent = true;
    await this.remember();
    const { explore } = store.getState();
    if (explore !== null) await this.arrive(explore);
    this.silent = false;
    this.begun = true;
    this.publish(0);
  }

  /** Tells page and tab what is set up; a jump is an entry in the browser's history. */
  private publish(jumps: 0 | 1): void {
    if (!this.begun) return;
    const { deps, known, app } = this;
    const { part } = deps.part.getState();
    const text = writePlace({ part, form: known.get(part) });
    const state = app.store.getState();
    this.said = text;
    this.own.add(text);
    if (text !== (state.explore ?? '')) {
      const { touches } = state;
      app.store.setState({ explore: text, touches: touches + 1, jumps: state.jumps + jumps });
    }
    deps.tab.write(EXPLORE_KEY, writeForms({ part, forms: Object.fromEntries(known) }));
  }

  /** A form may have changed. */
  private note(part: ExplorePart): void {
    const { known, drafts, deps } = this;
    const form = deps.forms[part];
    const [before, after] = [known.get(part), form?.read()];
    const [draft, next] = [drafts.get(part), form?.draft()];
    if (equalData(before, after)) return;
    known.set(part, after);
    drafts.set(part, next);
    if (!this.silent && !equalData(draft, next)) {
      this.history.add({ part, before, after, typed: typedPath(draft, next) });
    }
    this.publish(0);
  }

  private setUp(part: ExplorePart, form: FormJson): void {
    this.deps.forms[part]?.apply(form);
  }

  /** Sets up the draft of `to`; by what the part is looked at stays. */
  private goTo(part: ExplorePart, to: FormJson): void {
    const { draft: _, ...rest } = this.known.get(part) ?? {};
    this.silent = true;
    this.setUp(part, to?.draft === undefined ? rest : { ...rest, draft: to.draft });
    this.silent = false;
    this.deps.part.setState({ part });
  }

  /** What is wrong with a form of any origin; '' = nothing. */
  private async check(part: ExplorePart, form: unknown): Promise<string> {
    if (form === undefined) return '';
    const own = this.deps.forms[part];
    return own === undefined || !isRecord(form) ? t('it is no form') : own.check(form);
  }

  /** Shows what the address says. The way back leads to the part alone: what was set up since is not lost by it. */
  private async arrive(text: string): Promise<void> {
    const { app, deps } = this;
    const isOwn = this.own.has(text);
    this.said = text;
    const place = readPlace(text);
    if (!place.ok) {
      app.notify('problem', t('{problem} Explore is as it was.', { problem: place.error }));
      return;
    }
    const { part, form } = place.value;
    const wrong = isOwn ? '' : await this.check(part, form);
    // Somebody has gone on meanwhile.
    if (this.said !== text) return;
    if (wrong !== '') app.notify('problem', leftOut(part, wrong));
    else if (!isOwn) this.setUp(part, form as FormJson);
    deps.part.setState({ part });
    this.publish(0);
  }

  /** Sets up what the tab has kept of all forms. */
  private async remember(): Promise<void> {
    const { app, deps, parts } = this;
    const text = deps.tab.read(EXPLORE_KEY);
    if (text === null) return;
    const kept = readForms(text);
    const wrong = await Promise.all(parts.map((part) => this.check(part, kept?.forms[part])));
    if (kept === null || wrong.some((one) => one !== '')) app.notify('problem', t(FORGOTTEN));
    if (kept === null) return;
    parts.forEach((part, i) => {
      if (wrong[i] === '') this.setUp(part, kept.forms[part] as FormJson);
    });
    if (app.store.getState().explore === null) deps.part.setState({ part: kept.part });
  }
}

function leftOut(part: ExplorePart, wrong: string): string {
  return t(
    'The {part, select, sweep {sweep} campaign {campaign} claims {check of claims} scalability {scalability study} placement {study of placements} watchmen {study of watchmen} other {study of wishes}} of this link is left out, because it is not valid: {wrong}. The form is as it was.',
    { part, wrong },
  );
}
