import type { HighlightText } from '../../../../lessons/highlight.ts';
import { MAX_HIGHLIGHTS } from '../../../../lessons/limits.ts';
import type { StepProps } from '../PlaceFields.tsx';
import { useEditor } from '../use-editor.ts';
import { withToggled } from './places.ts';

/** What a step points at, and how that is changed. */
export interface Pointing {
  readonly chosen: readonly HighlightText[];
  /** Are there as many as a step may have? */
  readonly full: boolean;
  /** Adds one, or takes it away; can be undone. */
  readonly toggle: (text: HighlightText) => void;
}

/** Changes what step `index` points at. */
export function useHighlights({ index, step }: Omit<StepProps, 'draft'>): Pointing {
  const editor = useEditor();
  const chosen = step.highlights ?? [];
  const full = chosen.length >= MAX_HIGHLIGHTS;
  return {
    chosen,
    full,
    toggle(text) {
      if (full && !chosen.includes(text)) return;
      const next = withToggled(chosen, text);
      editor.change('', ({ steps }) => {
        const one = steps[index];
        if (next.length === 0) delete one.highlights;
        else one.highlights = [...next];
      });
    },
  };
}
