import { useStore } from 'zustand';

import type { EditorState, LessonEditor } from '../../../store/lessons-editor.ts';
import { useLessons } from '../lessons-context.ts';

/** Where lessons are written. */
export function useEditor(): LessonEditor {
  return useLessons().editor;
}

/** A part of what is written; renders again when it changes. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select);
}

/** The first thing that is wrong with what stands at `path` itself, and with what is inside it if `deep`. */
export function useProblem(path: string, deep = false): string | null {
  return useEditorState(({ problems, findings }) => {
    const all = [...problems, ...(findings?.problems ?? [])];
    return all.find(({ path: at }) => at === path || (deep && isInside(at, path)))?.message ?? null;
  });
}

/** Does `path` lead into what stands at `outer`? */
export function isInside(path: string, outer: string): boolean {
  return path.startsWith(outer) && /^[.[]/u.test(path.slice(outer.length));
}
