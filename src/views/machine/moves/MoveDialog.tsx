import { useId, useState } from 'react';
import type { RefObject } from 'react';

import { assertUnreachable } from '../../../base/assert.ts';
import { t } from '../../../base/language.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { CoreMark } from '../../glyphs/CoreMark.tsx';
import { ReplicaGlyph } from '../../glyphs/ReplicaGlyph.tsx';
import { Dialog } from '../../shell/Dialog.tsx';
import { useApp, useAppState } from '../../shell/app-context.ts';
import { useModal } from '../../shell/use-modal.ts';
import { doMove, liftedFrom, NOBODY_PLACED } from './do-move.ts';
import { moverName, orderOf, refusalOf } from './move-words.ts';
import type { Way } from './move-words.ts';
import { dropOn, homesOf, residentsOf } from './moves.ts';
import type { Cores, Drop, Mover } from './moves.ts';
import './moves.css';

interface Props {
  /** Where the replica lives that is to move; `null` = the page does not know which one is meant. */
  readonly core: number | null;
  /** The core that is chosen to begin with. */
  readonly to?: number | undefined;
}

/** Moves a replica to another core: what a drag in the machine does, by keyboard and by words. */
export function MoveDialog({ core, to }: Props) {
  const app = useApp();
  const dialog = useModal('.move-map input:checked, .move-form button');
  const scenario = useAppState((state) => state.scenario);
  const shown = useAppState((state) => state.app);
  const cores = homesOf(scenario);
  const lifted = core === null ? null : liftedFrom(scenario, core, shown);
  return (
    <Dialog
      ref={dialog}
      className="move-dialog"
      title={t('Move a replica to another core')}
      onClose={() => app.close('move')}
    >
      {cores === null ? (
        <p className="move-form">{t(NOBODY_PLACED)}</p>
      ) : (
        <MoveForm
          {...{ scenario, cores, dialog, to }}
          first={lifted ?? { app: Math.min(shown, scenario.apps.length - 1), replica: 0 }}
        />
      )}
    </Dialog>
  );
}

interface FormProps {
  readonly scenario: Scenario;
  readonly cores: Cores;
  readonly first: Mover;
  readonly to: number | undefined;
  readonly dialog: RefObject<HTMLDialogElement | null>;
}

function MoveForm({ scenario, cores, first, to, dialog }: FormProps) {
  const app = useApp();
  const [mover, setMover] = useState(first);
  const home = cores[mover.app]?.[mover.replica] ?? -1;
  const [chosen, setChosen] = useState(to ?? home);
  const drop = dropOn(scenario, cores, mover, chosen);
  const [main, other] = waysOf(drop);
  // Closing gives the focus back, which taking the dialog away would not.
  const finish = (way: Way): void => {
    doMove(app, mover, { core: chosen, way });
    dialog.current?.close();
  };
  const order =
    main === undefined ? null : orderOf(scenario, mover, { core: chosen, drop, way: main });
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (main !== undefined) finish(main);
      }}
    >
      <MoverField
        {...{ scenario, cores, mover }}
        onChange={(next) => {
          setMover(next);
          setChosen(cores[next.app]?.[next.replica] ?? -1);
        }}
      />
      <CoreMap {...{ scenario, cores, mover, chosen }} onChoose={setChosen} />
      <p className="move-says" aria-live="polite">
        {order === null ? (
          <span className="quiet">
            {t('{refusal}. Choose another core.', {
              refusal: refusalOf(scenario, mover, { core: chosen, drop }) ?? '',
            })}
          </span>
        ) : (
          `${order}.`
        )}
      </p>
      <div className="row">
        <button type="submit" className="text-button primary" disabled={main === undefined}>
          {verbOf(main ?? 'move')}
        </button>
        {other === 'share' && (
          <button type="button" className="text-button" onClick={() => finish('share')}>
            {t('Share C{core}', { core: chosen })}
          </button>
        )}
        <button type="button" className="text-button" onClick={() => dialog.current?.close()}>
          {t('Cancel')}
        </button>
      </div>
    </form>
  );
}

function verbOf(way: Way): string {
  switch (way) {
    case 'move':
      return t('Move', {}, 'replica');
    case 'swap':
      return t('Swap');
    case 'share':
      return t('Share', {}, 'core');
    default:
      return assertUnreachable(way);
  }
}

/** What can be done, the most likely first. */
function waysOf(drop: Drop): readonly Way[] {
  if (drop.kind === 'free') return ['move'];
  if (drop.kind !== 'taken') return [];
  const ways = [
    drop.swapped === null ? [] : ['swap' as const],
    drop.shared === null ? [] : ['share' as const],
  ];
  return ways.flat();
}

interface MoverProps {
  readonly scenario: Scenario;
  readonly cores: Cores;
  readonly mover: Mover;
  readonly onChange: (mover: Mover) => void;
}

function MoverField({ scenario, cores, mover, onChange }: MoverProps) {
  const all = cores.flatMap((homes, app) => homes.map((home, replica) => ({ app, replica, home })));
  return (
    <label className="text-field">
      <span>{t('Replica')}</span>
      <select
        aria-label={t('Replica')}
        value={`${mover.app} ${mover.replica}`}
        onChange={({ target }) => {
          const [app = 0, replica = 0] = target.value.split(' ').map(Number);
          onChange({ app, replica });
        }}
      >
        {all.map(({ app, replica, home }) => (
          <option key={`${app} ${replica}`} value={`${app} ${replica}`}>
            {t('{name} on C{core}', {
              name: moverName(scenario, { app, replica }),
              core: home,
            })}
          </option>
        ))}
      </select>
    </label>
  );
}

interface MapProps {
  readonly scenario: Scenario;
  readonly cores: Cores;
  readonly mover: Mover;
  readonly chosen: number;
  readonly onChoose: (core: number) => void;
}

/** The machine as radio buttons: arrows walk from core to core. */
function CoreMap({ scenario, cores, mover, chosen, onChoose }: MapProps) {
  const { sockets, coresPerSocket, resCores } = scenario.machine;
  const name = useId();
  return (
    <fieldset className="move-map">
      <legend>{t('New core')}</legend>
      {Array.from({ length: sockets }, (_, socket) => (
        <div key={socket} className="move-socket">
          <span>{t('Socket {socket}', { socket })}</span>
          <div className="move-cores">
            {Array.from({ length: coresPerSocket }, (_core, i) => {
              const core = socket * coresPerSocket + i;
              const residents = residentsOf(cores, core, mover.app);
              const res = resCores.includes(core);
              return (
                <label key={core} className={res ? 'move-core res' : 'move-core'}>
                  <input
                    type="radio"
                    name={name}
                    aria-label={`C${core}, ${whoIsThere(scenario, residents, res)}`}
                    disabled={res}
                    checked={core === chosen}
                    onChange={() => onChoose(core)}
                  />
                  <b className="num">C{core}</b>
                  {res && <CoreMark resilient size={15} />}
                  {residents.map((one) => (
                    <Resident key={`${one.app} ${one.replica}`} scenario={scenario} mover={one} />
                  ))}
                </label>
              );
            })}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

/** Who lives on a core; replicas of several applications look alike, so their names stand below. */
function Resident({
  scenario,
  mover: { app, replica },
}: {
  readonly scenario: Scenario;
  readonly mover: Mover;
}) {
  const spec = scenario.apps[app];
  const native = spec?.redundancy === 'native';
  return (
    <>
      {!native && <ReplicaGlyph id={replica} size={15} />}
      {(native || scenario.apps.length > 1) && <span className="move-app">{spec?.name}</span>}
    </>
  );
}

function whoIsThere(scenario: Scenario, residents: readonly Mover[], res: boolean): string {
  if (res) return t('a Res core: replicas run on NonRes cores');
  if (residents.length === 0) return t('free');
  return residents
    .map((one) => moverName(scenario, one))
    .reduce((first, last) => t('{first} and {last}', { first, last }));
}
