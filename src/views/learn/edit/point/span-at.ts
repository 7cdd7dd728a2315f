import type { TimeWindow } from '../../../../store/state.ts';
import { spanAt, STYLE_OF_ACTIVITY } from '../../../../draw/timeline/lod.ts';
import { SPAN_STYLES } from '../../../../kernel/activities.ts';
import type { SpanStyle } from '../../../../kernel/activities.ts';
import type { SpanColumns } from '../../../../run/recording.ts';

/** What a core does at a share of the window of an even axis: the kind of time that is drawn there. */
export function styleAt(
  spans: SpanColumns | undefined,
  [from, to]: TimeWindow,
  share: number,
): SpanStyle | null {
  if (spans === undefined || spans.length === 0 || share < 0 || share > 1) return null;
  const span = spanAt(spans, from + share * (to - from));
  return SPAN_STYLES[STYLE_OF_ACTIVITY[spans.activity[span]]];
}
