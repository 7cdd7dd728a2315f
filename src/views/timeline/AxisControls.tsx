import { msg, t } from '../../base/language.ts';
import type { TimelineModel } from '../../store/timeline-model.ts';
import { Choice } from '../shell/Choice.tsx';
import { useModel } from './use-model.ts';

const AXES = [
  { value: 'time', name: msg('Time'), title: msg('Every microsecond is equally wide') },
  {
    value: 'event',
    name: msg('Events'),
    title: msg('Every externalization event is equally wide, and in it every state change'),
  },
] as const;

/** How time runs on the axis. */
export function AxisControls({ model }: { readonly model: TimelineModel }) {
  const chosen = useModel(model, (state) => state.axis);
  const closeGaps = useModel(model, (state) => state.closeGaps);
  return (
    <>
      <Choice
        className="tl-zoom tl-axis"
        label={t('Axis')}
        options={AXES.map(({ value, name, title }) => ({ value, name: t(name), title: t(title) }))}
        value={chosen}
        onChange={(axis) => model.setAxis(axis)}
      />
      <label
        className="tl-check"
        title={t('Leave out stretches over 1 µs in which all replicas only compute')}
      >
        <input
          type="checkbox"
          checked={closeGaps}
          disabled={chosen === 'event'}
          onChange={(event) => model.setCloseGaps(event.currentTarget.checked)}
        />
        {t('close gaps')}
      </label>
    </>
  );
}
