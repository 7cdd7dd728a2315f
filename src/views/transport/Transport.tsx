import { memo } from 'react';

import { t } from '../../base/language.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import type { CommandId } from '../shell/commands/table.ts';
import { useKeyHint } from '../shell/commands/use-key-hint.ts';
import { NoteCaptionHost } from '../notes/NoteCaptionHost.tsx';
import { TransportIcon } from '../glyphs/TransportIcon.tsx';
import type { TransportIconName } from '../glyphs/TransportIcon.tsx';
import { DigestBadge } from './DigestBadge.tsx';
import { GoTo } from './GoTo.tsx';
import { PlayheadSlider } from './PlayheadSlider.tsx';
import { Position } from './Position.tsx';
import { RunUntil } from './RunUntil.tsx';
import { SeedBadge } from './SeedBadge.tsx';
import { SpeedSlider } from './SpeedSlider.tsx';

/** Moves through the run: playhead, steps, play, speed, go to. */
export function Transport() {
  return (
    <section className="transport" aria-label={t('Transport')}>
      <NoteCaptionHost place="transport" />
      <PlayheadSlider />
      <Buttons />
      <SpeedSlider />
      <Position />
      <RunUntil />
      <GoTo />
      <SeedBadge />
      <DigestBadge />
    </section>
  );
}

const Buttons = memo(function Buttons() {
  const { navigation } = useApp();
  return (
    <div className="transport-buttons">
      <Button
        icon="start"
        name={t('Start')}
        command="start"
        className="edge"
        act={navigation.toStart}
      />
      <Button
        icon="previous-rendezvous"
        name={t('Previous rendezvous')}
        command="previous-rendezvous"
        word={t('rendezvous')}
        act={() => navigation.stepRendezvous(-1)}
      />
      <Button
        icon="previous-event"
        name={t('Previous event')}
        command="previous-event"
        word={t('event')}
        act={() => navigation.stepBy(-1)}
      />
      <PlayButton />
      <Button
        icon="next-event"
        name={t('Next event')}
        command="next-event"
        word={t('event')}
        act={() => navigation.stepBy(1)}
      />
      <Button
        icon="next-rendezvous"
        name={t('Next rendezvous')}
        command="next-rendezvous"
        word={t('rendezvous')}
        act={() => navigation.stepRendezvous(1)}
      />
      <Button icon="end" name={t('End')} command="end" className="edge" act={navigation.toEnd} />
    </div>
  );
});

interface ButtonProps {
  readonly icon: TransportIconName;
  readonly name: string;
  /** Whose key does the same. */
  readonly command: CommandId;
  /** What it steps by, shown where there is room for touch only. */
  readonly word?: string;
  readonly className?: string;
  readonly act: () => void;
}

function Button({ icon, name, command, word, className = '', act }: ButtonProps) {
  const ready = useHeldRun() !== null;
  const hint = useKeyHint(command);
  return (
    <button
      type="button"
      className={`transport-button ${className}`}
      aria-label={name}
      title={hint.title(name)}
      aria-keyshortcuts={hint.aria}
      disabled={!ready}
      onClick={act}
    >
      <span className="face">
        <TransportIcon name={icon} />
      </span>
      <small aria-hidden="true">
        <span className="key-hint">{hint.label ?? '\u00a0'}</span>
        {word !== undefined && <span className="touch-hint">{word}</span>}
      </small>
    </button>
  );
}

function PlayButton() {
  const { playback } = useApp();
  const playing = useAppState((state) => state.playing);
  const icon = playing ? 'pause' : 'play';
  const name = playing ? t('Pause') : t('Play');
  return (
    <Button icon={icon} name={name} command="play" className="primary" act={playback.toggle} />
  );
}
