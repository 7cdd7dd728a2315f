import { t } from '../../base/language.ts';
import type { CoreId } from '../../base/units.ts';
import { formatMicroseconds } from '../../draw/format.ts';
import { faultAt } from '../../draw/timeline/fault-hit.ts';
import { hitTest } from '../../draw/timeline/hit-test.ts';
import { flagAt, forkAt, forkMarks } from '../../draw/timeline/instants.ts';
import { RULER_HEIGHT } from '../../draw/timeline/lanes.ts';
import type { TimelineSource } from '../../draw/timeline/layout.ts';
import type { PlacedLabels } from '../../draw/timeline/place-labels.ts';
import { rowOfSpan } from '../../draw/timeline/rects.ts';
import type { TimelineState } from '../../store/timeline-model.ts';
import { describeMerged, describeSpan } from './describe.ts';
import type { Description } from './describe.ts';
import { describeFault } from './describe-faults.ts';
import type { PicturePointer } from './picture.ts';
import type { TimelineView } from './timeline-view.ts';

/** Words for what is under the pointer, and its span, if it is one. */
export interface Hovered {
  readonly text: Description;
  readonly span: { readonly core: CoreId; readonly span: number } | null;
}

/** What is painted. */
interface Shown {
  readonly source: TimelineSource;
  readonly view: TimelineView;
  readonly labels: PlacedLabels | null;
}

/** Describes what is under the pointer: a mark before the span that it stands on. */
export function describeAt(
  shown: Shown,
  pointer: PicturePointer,
  state: TimelineState,
): Hovered | null {
  if (pointer.y < RULER_HEIGHT + 4) {
    const text = describeInstant(shown, pointer, state);
    if (text !== null) return { text, span: null };
  }
  const { source, view } = shown;
  const fault = faultAt(view.layout.faults, pointer);
  if (fault !== null) return { text: describeFault(source, fault), span: null };
  const hit = hitTest(source, view.scale, pointer);
  if (hit.region !== 'lane' || hit.span < 0) return null;
  return { text: describeLane(shown, hit, pointer.x), span: hit };
}

function describeInstant(
  { source, view, labels }: Shown,
  { x }: PicturePointer,
  { notes, forks }: TimelineState,
): Description | null {
  const { clockGHz } = source.plan;
  const note = notes[flagAt(labels?.flags ?? [], x)];
  if (note !== undefined) {
    const { bookmark, text } = note;
    const time = t('{time} µs', { time: formatMicroseconds(note.time, clockGHz) });
    const name = bookmark === null ? t('Note') : t('Bookmark {bookmark}', { bookmark });
    const detail =
      bookmark === null
        ? t('Note at {time}', { time })
        : t('Bookmark {bookmark} at {time}', { bookmark, time });
    return { title: text === '' ? name : text, detail, costs: '' };
  }
  const fork = forkAt(forkMarks(forks, view.scale), x);
  if (fork === null) return null;
  const [first] = fork.forks;
  return {
    title: fork.forks.map((one) => forks[one].name).join(', '),
    detail: t('branches off at {time} µs', {
      time: formatMicroseconds(forks[first].time, clockGHz),
    }),
    costs: '',
  };
}

function describeLane(
  { source, view }: Shown,
  { core, span }: { core: CoreId; span: number },
  x: number,
): Description {
  if (rowOfSpan(view.layout.rects, { core, span }) >= 0) return describeSpan(source, core, span);
  const left = Math.floor(x);
  return describeMerged(source, core, [
    Math.round(view.scale.toTime(left)),
    Math.round(view.scale.toTime(left + 1)),
  ]);
}
