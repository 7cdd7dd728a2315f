import { useId } from 'react';
import type { ReactNode } from 'react';
import { t } from '../../../base/language.ts';
import type { Cycles } from '../../../base/units.ts';
import { groupDigits } from '../../../draw/format.ts';
import type { AppPlan } from '../../../kernel/plan.ts';
import type { DeviceView } from '../../../run/device-view.ts';
import { CoreMark } from '../../glyphs/CoreMark.tsx';
import { ReplicaGlyph } from '../../glyphs/ReplicaGlyph.tsx';
import {
  deviceDescription,
  dueText,
  lineWords,
  readText,
  soFarWords,
  writesText,
  writeText,
} from './device-words.ts';
import './device.css';

interface Props {
  readonly app: AppPlan;
  readonly view: DeviceView;
  readonly time: Cycles;
}

/** The device of a driver: its interrupt line, and who has read and written its registers for the interrupt at hand. */
export function DeviceBox({ app, view, time }: Props) {
  const describedBy = useId();
  const line = lineWords(view, time);
  const soFar = soFarWords(view);
  return (
    <div
      // As the cores beside it; a fieldset would promise a form.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-label={t('Device of {name}', { name: app.name })}
      aria-describedby={describedBy}
      className="device"
    >
      <p id={describedBy} className="visually-hidden">
        {deviceDescription(app, view, time)}
      </p>
      <div aria-hidden="true">
        <div className="device-head">
          <b>{t('Device')}</b>
          <InterruptLine raised={line.raised} idle={view.serving === -1} />
          <span className={line.raised ? 'raised' : ''}>{line.text}</span>
        </div>
        <Registers app={app} view={view} />
        <p className={soFar.wrong ? 'so-far wrong' : 'so-far'}>
          {t('so far {made}', { made: soFar.text })}
        </p>
      </div>
    </div>
  );
}

/** Low; high from the arrival of an interrupt on, until the driver takes it. */
function InterruptLine({ raised, idle }: { readonly raised: boolean; readonly idle: boolean }) {
  const path = raised ? 'M0 10H9V2H26' : idle ? 'M0 10H26' : 'M0 10H9V2H17V10H26';
  return (
    <svg className={raised ? 'irq raised' : 'irq'} width={26} height={12} viewBox="0 0 26 12">
      <path d={path} />
    </svg>
  );
}

/** A column for the register that is read and one for the one that is written, a row for each who touches them. */
function Registers({ app, view }: Pick<Props, 'app' | 'view'>) {
  const { input, queued } = view;
  const proxied = view.access === 'proxied' && app.redundancy !== 'native';
  const touchers = proxied ? [-1] : app.cores.map((_, replica) => replica);
  const due = dueText(view);
  const written = writesText(view);
  return (
    <div className="registers">
      <Row
        className="names"
        who=""
        cells={[<b key="in">{t('in', {}, 'device')}</b>, <b key="out">{t('out', {}, 'device')}</b>]}
      />
      <Row className="due" who={t('due')} cells={[due.read, due.write]} />
      {touchers.map((replica) => (
        <Touches key={replica} app={app} view={view} replica={replica} />
      ))}
      {proxied && (
        <Row
          className="all"
          who=""
          cells={[
            <All key="in" app={app} verb={t('to', {}, 'device')} />,
            <All key="out" app={app} verb={t('for', {}, 'device')} />,
          ]}
        />
      )}
      <Row
        className="foot"
        who=""
        cells={[
          input === 'fifo' ? t('{count} queued', { count: groupDigits(queued) }) : t('a counter'),
          <span key="out" className={written.wrong ? 'wrong' : ''}>
            {written.text}
          </span>,
        ]}
      />
    </div>
  );
}

interface RowProps {
  readonly className: string;
  readonly who: ReactNode;
  readonly cells: readonly [read: ReactNode, write: ReactNode];
}

function Row({ className, who, cells: [read, write] }: RowProps) {
  return (
    <div className={`device-row ${className}`}>
      <span>{who}</span>
      <span>{read}</span>
      <span>{write}</span>
    </div>
  );
}

/** What one replica, or Romain for all, has read and written. */
function Touches({
  app,
  view,
  replica,
}: Pick<Props, 'app' | 'view'> & { readonly replica: number }) {
  const read = view.reads.find((one) => one.replica === replica);
  const write = view.writes.find((one) => one.replica === replica);
  const done = read !== undefined || write !== undefined;
  return (
    <Row
      className="touches"
      who={<Toucher app={app} replica={replica} done={done} />}
      cells={[
        read && (
          <Touch
            key="in"
            right={read.right}
            wrong={!read.right}
            text={readText(read, view.dueWords)}
          />
        ),
        write && (
          <Touch
            key="out"
            right={!write.wrong}
            wrong={write.wrong || write.repeated}
            text={writeText(view.writes, write)}
          />
        ),
      ]}
    />
  );
}

interface TouchProps {
  /** Is the word the one that is due? */
  readonly right: boolean;
  /** Should this not have happened so? */
  readonly wrong: boolean;
  readonly text: string;
}

function Touch({ right, wrong, text }: TouchProps) {
  return (
    <span className={wrong ? 'wrong' : ''}>
      <b>{right ? '=' : '≠'}</b> {text}
    </span>
  );
}

interface ToucherProps {
  readonly app: AppPlan;
  readonly replica: number;
  readonly done: boolean;
}

function Toucher({ app, replica, done }: ToucherProps) {
  // A program without Romain has no number.
  if (app.redundancy === 'native') return <CoreMark resilient={false} size={14} />;
  if (replica < 0) return <CoreMark resilient size={14} />;
  return <ReplicaGlyph id={replica} size={14} away={!done} />;
}

function All({ app, verb }: { readonly app: AppPlan; readonly verb: string }) {
  return (
    <span className="all-replicas">
      {verb}
      {app.cores.length > 3
        ? ` ${t('all')}`
        : app.cores.map((core, id) => <ReplicaGlyph key={core} id={id} size={12} />)}
    </span>
  );
}
