import { t } from '../../../base/language.ts';
import { previewError } from '../../../analysis/sweep/preview-error.ts';
import type { SweepTable } from '../../../analysis/sweep/table.ts';
import { percentText } from '../../../analysis/sweep/words.ts';
import type { SweepState } from '../../../store/sweep.ts';
import { axisView } from './axis-view.ts';
import { variantWords } from './variant-words.ts';

/** How far the estimates were from what was then simulated; nothing where the closed form says nothing. */
export function PreviewNote({ state }: { readonly state: SweepState }) {
  const { phase, table, previewing } = state;
  const over = phase === 'done' || phase === 'opened' || phase === 'cancelled';
  if (table === null || !over || previewing) return null;
  const text = errorText(table);
  return text === '' ? null : <p className="quiet preview-note">{text}</p>;
}

function errorText(table: SweepTable): string {
  const error = previewError(table, table.measureOf('run-time'));
  if (error === null) return '';
  const { layout } = table;
  const { point, variant } = error.at;
  const places = layout.spec.axes.map((axis, i) => {
    const { phrase, values, order } = axisView(axis);
    return phrase(values[order.indexOf(layout.points[point].at[i])]);
  });
  const all = table.done * layout.variants.length;
  const said = {
    median: offText(error.median),
    most: offText(error.most),
    variant: variantWords(layout.variants[variant]),
    place: places.join(', '),
  };
  return error.compared < all
    ? t(
        'The closed form’s estimates of run time, where it holds, were off by {median} in the median and {most} at most: {variant} at {place}.',
        said,
      )
    : t(
        'The closed form’s estimates of run time were off by {median} in the median and {most} at most: {variant} at {place}.',
        said,
      );
}

/** Rounded, but never to nothing where there is something. */
function offText(share: number): string {
  return share > 0 && share < 0.0005 ? t('less than 0.1\u202F%') : percentText(share);
}
