import { t } from '../../base/language.ts';
import { positionOf, SPEED_POSITIONS, speedAt, speedText } from '../../store/speed.ts';
import { useApp, useAppState } from '../shell/app-context.ts';
import { groupDigits } from '../../draw/format.ts';

/** How much simulated time one shown second is, on a log scale. */
export function SpeedSlider() {
  const { playback } = useApp();
  const speed = useAppState((state) => state.speed);
  const text = speedText(speed);
  const slower = 1_000_000 / speed;
  return (
    <label className="speed">
      <span className="speed-text">
        <span>
          {/* An equation, in this order in every language; elements within a message come too late. */}
          1 s <span className="long">{t('shown')}</span> = <b>{text}</b>{' '}
          <span className="long">{t('simulated')}</span>
        </span>
        <span className="num quiet">1/{groupDigits(slower)}×</span>
      </span>
      <input
        type="range"
        aria-label={t('Speed')}
        aria-valuetext={t('1 s shown = {speed} simulated', { speed: text })}
        min={0}
        max={SPEED_POSITIONS}
        step={1}
        value={positionOf(speed)}
        onChange={(event) => playback.setSpeed(speedAt(event.target.valueAsNumber))}
      />
    </label>
  );
}
