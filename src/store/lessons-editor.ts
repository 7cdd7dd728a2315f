import { produce } from 'immer';
import type { Draft } from 'immer';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import { t } from '../base/language.ts';
import type { Result } from '../base/result.ts';
import { err } from '../base/result.ts';
import type { LessonFindings } from '../lessons/answers.ts';
import { draftFrom, problemsOf, runnable } from '../lessons/draft.ts';
import { newDraft } from '../lessons/edit-steps.ts';
import type { LabMoment } from '../lessons/edit-steps.ts';
import { lessonFromNotes } from '../lessons/from-notes.ts';
import type { Lesson } from '../lessons/lesson.ts';
import type { LessonProblem } from '../lessons/problem.ts';
import { parseLesson } from '../lessons/schema.ts';
import type { Language } from '../lessons/text.ts';
import type { AskFindings } from '../worker/lesson-client.ts';
import type { AppStore } from './app-store.ts';
import type { Timers } from './core.ts';
import type { LessonShelf } from './lessons-shelf.ts';
import type { Memory } from './memory.ts';

/** Names the lesson that is written on, so that a reload goes on with it. */
const OPEN_KEY = 'watchmen.own-lesson-open';
/** Quiet time before the kernel is asked anew. */
const ASK_PAUSE_MS = 350;
/** Stands for a step where the lesson as a whole is looked at. */
export const WHOLE = -1;
/** Key of a change that is undone with the one before it. */
export const TOGETHER = 'together';
/** Steps back that are remembered. */
const MOST_PAST = 200;

/** A part of a draft as a change may write on it. */
export type Writable<T> = Draft<T>;

/** The lesson that somebody writes on, if any. */
export interface EditorState {
  readonly draft: Lesson | null;
  /** The step that is looked at; `WHOLE` = what belongs to none. */
  readonly step: number;
  readonly past: readonly Lesson[];
  readonly future: readonly Lesson[];
  /** What is seen without running it. */
  readonly problems: readonly LessonProblem[];
  /** What the kernel says; `null` until it has said something. */
  readonly findings: LessonFindings | null;
  /** Is it working on the draft as it is? */
  readonly asking: boolean;
  /** Why it cannot say anything; empty = it can. */
  readonly failure: string;
}

/** Writes lessons. Every change is kept at once and can be undone. */
export interface LessonEditor {
  readonly store: StoreApi<EditorState>;
  /** Opens an own lesson at a step. */
  readonly edit: (id: string, step?: number) => void;
  /** A new one, which begins where the Lab is; errors are sentences. */
  readonly create: () => Result<Lesson, string>;
  /** A new one from the notes and bookmarks of the Lab. */
  readonly createFromNotes: () => Result<Lesson, string>;
  readonly copy: (lesson: Lesson) => Result<Lesson, string>;
  readonly close: () => void;
  /** Changes with the same `key` that follow one another are undone together. */
  readonly change: (key: string, recipe: (draft: Draft<Lesson>) => void) => void;
  /** The same by a whole new draft, and the step that is then looked at. */
  readonly replace: (change: (draft: Lesson) => Lesson, step?: number, key?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly show: (step: number) => void;
  /** Where the Lab is; `null` without a run. */
  readonly labMoment: () => LabMoment | null;
  /** Forgets an own lesson; can be undone. */
  readonly remove: (id: string) => void;
}

/** What the editor needs from the outside. */
export interface EditorDeps {
  readonly app: AppStore;
  readonly shelf: LessonShelf;
  readonly memory: Memory;
  readonly timers: Timers;
  readonly ask: AskFindings;
  readonly language: () => Language;
  /** Own lessons have changed. */
  readonly onChange: () => void;
}

const CLOSED: EditorState = {
  draft: null,
  step: 0,
  past: [],
  future: [],
  problems: [],
  findings: null,
  asking: false,
  failure: '',
};

/** The editor of own lessons; goes on with the one that was open. */
export function createLessonEditor(deps: EditorDeps): LessonEditor {
  const { app, memory } = deps;
  const store = createStore<EditorState>(() => CLOSED);
  const { edit, close, take, commit, rest } = createDesk(deps, store);
  const open = memory.read(OPEN_KEY);
  if (open !== null) edit(open);
  return {
    store,
    edit,
    close,
    ...createBeginnings(deps, edit),
    ...createUndo(store, (draft, state) => {
      rest();
      take(draft, state);
    }),
    change(key, recipe) {
      const { draft } = store.getState();
      if (draft !== null) commit(produce(draft, recipe), { key });
    },
    replace(change, step, key = '') {
      const { draft } = store.getState();
      if (draft !== null) commit(change(draft), { key, ...(step !== undefined && { step }) });
    },
    show(step) {
      rest();
      store.setState({ step });
    },
    labMoment: () => momentOf(app),
    remove: (id) => remove(deps, id, close),
  };
}

/** What lies open: a draft, its past, and what the kernel says of it. */
function createDesk(deps: EditorDeps, store: StoreApi<EditorState>) {
  const { app, shelf, memory, onChange } = deps;
  const { getState, setState } = store;
  const ask = createAsk(deps, store);
  /** Has the person been told that nothing can be kept? */
  let told = false;
  let lastKey = '';

  const take = (draft: Lesson, state: Partial<EditorState>): void => {
    const step = Math.min(state.step ?? getState().step, draft.steps.length - 1);
    setState({ ...state, draft, step, problems: problemsOf(draft) });
    if (shelf.put(draft) !== 'kept' && !told) {
      told = true;
      app.notify(
        'problem',
        t('This browser keeps nothing more. Save the lesson as a file before you close the page.'),
      );
    }
    onChange();
    ask();
  };
  return {
    take,
    /** The next change is undone by itself. */
    rest: (): void => void (lastKey = ''),
    edit: (id: string, step = 0): void => {
      const draft = shelf.drafts().find((one) => one.id === id);
      if (draft === undefined) return;
      lastKey = '';
      memory.write(OPEN_KEY, id);
      const last = draft.steps.length - 1;
      setState({ ...CLOSED, draft, step: Math.min(step, last), problems: problemsOf(draft) });
      ask();
    },
    close: (): void => {
      memory.remove(OPEN_KEY);
      setState(CLOSED);
    },
    commit: (
      next: Lesson,
      { key = '', step }: { readonly key?: string; readonly step?: number },
    ) => {
      const { draft, past } = getState();
      if (draft === null || next === draft) return;
      const together = (key === TOGETHER || (key !== '' && key === lastKey)) && past.length > 0;
      lastKey = key;
      take(next, {
        past: together ? past : [...past, draft].slice(-MOST_PAST),
        future: [],
        ...(step !== undefined && { step }),
      });
    },
  };
}

function remove({ app, shelf, onChange }: EditorDeps, id: string, close: () => void): void {
  const draft = shelf.drafts().find((one) => one.id === id);
  if (draft === undefined) return;
  close();
  shelf.remove(id);
  onChange();
  app.notify('info', t('The lesson is deleted.'), {
    label: t('Undo'),
    perform() {
      shelf.put(draft);
      onChange();
    },
  });
}

/** The ways to a new lesson, which is then written on. */
function createBeginnings(
  { app, shelf, language, onChange }: EditorDeps,
  edit: LessonEditor['edit'],
): Pick<LessonEditor, 'create' | 'createFromNotes' | 'copy'> {
  const begin = (lesson: Lesson): Result<Lesson, string> => {
    const added = shelf.addDraft(lesson);
    if (!added.ok) return added;
    onChange();
    edit(added.value.id, WHOLE);
    return added;
  };
  return {
    create() {
      const moment = momentOf(app);
      if (moment === null) return err(t('There is no run in the Lab yet. Wait until it is there.'));
      return begin(newDraft(moment, [language()]));
    },
    createFromNotes() {
      const { branches, scenario } = app.store.getState();
      const made = lessonFromNotes({
        title: scenario.title,
        language: language(),
        runs: branches,
      });
      return made.ok ? begin(draftFrom(made.value)) : made;
    },
    copy: (lesson) => begin(draftFrom(lesson)),
  };
}

/** Goes back and forth among drafts; `take` makes one of them the present one. */
function createUndo(
  { getState }: StoreApi<EditorState>,
  take: (draft: Lesson, state: Partial<EditorState>) => void,
): Pick<LessonEditor, 'undo' | 'redo'> {
  return {
    undo() {
      const { draft, past, future } = getState();
      const before = past.at(-1);
      if (draft === null || before === undefined) return;
      take(before, { past: past.slice(0, -1), future: [draft, ...future] });
    },
    redo() {
      const { draft, past, future } = getState();
      const [next, ...rest] = future;
      if (draft === null || next === undefined) return;
      take(next, { past: [...past, draft], future: rest });
    },
  };
}

function momentOf({ store, held }: AppStore): LabMoment | null {
  if (held.run === null) return null;
  const { playhead } = store.getState();
  return { scenario: held.run.scenario, at: playhead };
}

/** Asks the kernel about the draft once nobody has changed it for a moment. */
function createAsk(
  { app, timers, ask }: EditorDeps,
  { getState, setState }: StoreApi<EditorState>,
): () => void {
  let timer: number | null = null;
  let latest: AbortController | null = null;
  const begin = async (draft: Lesson, arrived: () => void): Promise<void> => {
    const mine = new AbortController();
    latest = mine;
    const told = parseLesson(runnable(draft));
    const findings = told.ok ? await ask(told.value, mine.signal) : told;
    arrived();
    if (mine.signal.aborted || getState().draft !== draft) return;
    if (findings.ok) setState({ findings: findings.value, asking: false, failure: '' });
    else {
      const [first] = findings.error;
      setState({ asking: false, failure: `${first?.path ?? ''} ${first?.message ?? ''}`.trim() });
    }
  };
  let pending: (() => void) | null = null;
  return () => {
    const { draft } = getState();
    latest?.abort();
    if (timer !== null) timers.stop(timer);
    pending ??= app.awaitPart();
    setState({ asking: draft !== null });
    timer = timers.start(() => {
      timer = null;
      const arrived = pending ?? (() => {});
      pending = null;
      if (draft === null) arrived();
      else void begin(draft, arrived);
    }, ASK_PAUSE_MS);
  };
}
