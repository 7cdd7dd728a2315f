import { memo } from 'react';

import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
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
    <section className="transport" aria-label="Transport">
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
      <Button icon="start" name="Start" caption="Home" className="edge" act={navigation.toStart} />
      <Button
        icon="previous-rendezvous"
        name="Previous rendezvous"
        caption="J"
        word="rendezvous"
        act={() => navigation.stepRendezvous(-1)}
      />
      <Button
        icon="previous-event"
        name="Previous event"
        caption="←"
        word="event"
        act={() => navigation.stepBy(-1)}
      />
      <PlayButton />
      <Button
        icon="next-event"
        name="Next event"
        caption="→"
        word="event"
        act={() => navigation.stepBy(1)}
      />
      <Button
        icon="next-rendezvous"
        name="Next rendezvous"
        caption="L"
        word="rendezvous"
        act={() => navigation.stepRendezvous(1)}
      />
      <Button icon="end" name="End" caption="End" className="edge" act={navigation.toEnd} />
    </div>
  );
});

interface ButtonProps {
  readonly icon: TransportIconName;
  readonly name: string;
  /** The key that does the same. */
  readonly caption: string;
  /** What it steps by, shown where there is room for touch only. */
  readonly word?: string;
  readonly className?: string;
  readonly act: () => void;
}

function Button({ icon, name, caption, word, className = '', act }: ButtonProps) {
  const ready = useHeldRun() !== null;
  return (
    <button
      type="button"
      className={`transport-button ${className}`}
      aria-label={name}
      title={`${name} (${caption})`}
      disabled={!ready}
      onClick={act}
    >
      <span className="face">
        <TransportIcon name={icon} />
      </span>
      <small aria-hidden="true">
        <span className="key-hint">{caption}</span>
        {word !== undefined && <span className="touch-hint">{word}</span>}
      </small>
    </button>
  );
}

function PlayButton() {
  const { playback } = useApp();
  const playing = useAppState((state) => state.playing);
  const icon = playing ? 'pause' : 'play';
  const name = playing ? 'Pause' : 'Play';
  return (
    <Button icon={icon} name={name} caption="Space" className="primary" act={playback.toggle} />
  );
}
