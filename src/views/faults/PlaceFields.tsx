import { t } from '../../base/language.ts';
import { MAX_REPLICAS, REGISTERS, SUMMED_REGISTERS } from '../../base/vocabulary.ts';
import type { Register } from '../../base/vocabulary.ts';
import { messagesOf, modesOf, TARGET_FIELDS } from '../../scenario/fault-rules.ts';
import { ReplicaGlyph } from '../glyphs/ReplicaGlyph.tsx';
import { RadioGroup } from '../scenario/RadioGroup.tsx';
import { BitCells } from './BitCells.tsx';
import { DraftNumber } from './DraftNumber.tsx';
import type { FaultForm } from './form.ts';
import { hexText } from './place-words.ts';
import { MODE_WORDS } from './target-words.ts';

interface Props {
  readonly form: FaultForm;
}

/** Targets that are of no replica in particular. */
const GROUP_TARGETS: ReadonlySet<string> = new Set(['romain', 'core']);

const REPLICA_OPTIONS = Array.from({ length: MAX_REPLICAS }, (_, id) => ({
  value: String(id),
  name: `R${id}`,
  face: <ReplicaFace id={id} />,
}));

function ReplicaFace({ id }: { readonly id: number }) {
  return (
    <>
      <span className="copies">
        <ReplicaGlyph id={id} size={12} digit={false} />
      </span>
      R{id}
    </>
  );
}

/** Which app and replica, where there is a choice. */
export function VictimFields({ form }: Props) {
  const { fault, problems, standpoint, change } = form;
  const { apps } = standpoint.scenario;
  const redundancy = apps[fault.app]?.redundancy ?? 1;
  const count = redundancy === 'native' ? 1 : redundancy;
  // A fault of a core that is chosen next hits the core of this replica.
  const choose = (replica: number): void =>
    change({ replica, core: standpoint.plan.apps[fault.app]?.cores[replica] });
  return (
    <>
      {apps.length > 1 && (
        <label className="field">
          <span className="field-name">{t('Application')}</span>
          <select
            value={fault.app}
            onChange={({ target }) => change({ app: Number(target.value), replica: 0 })}
          >
            {standpoint.plan.apps.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {count > 1 && !GROUP_TARGETS.has(fault.target) && (
        <RadioGroup
          label={t('Replica')}
          options={REPLICA_OPTIONS.slice(0, count)}
          value={String(fault.replica)}
          onChange={(replica) => choose(Number(replica))}
        />
      )}
      {problems.has('replica') && <span className="field-problem">{problems.get('replica')}</span>}
    </>
  );
}

/** Register, bit, address, word: where in the replica, or which bit sticks. */
export function PlaceFields({ form }: Props) {
  const { fault, problems, change } = form;
  const taken = TARGET_FIELDS[fault.target];
  const sticks = fault.target !== 'core' || fault.mode === 'stick';
  const takes = (field: (typeof taken)[number]): boolean => taken.includes(field) && sticks;
  return (
    <>
      {takes('register') && <RegisterField form={form} />}
      {takes('address') && (
        <DraftNumber
          label={t('Address')}
          value={fault.address}
          write={hexText}
          unit={t('bytes from the start of its writable memory')}
          problem={problems.get('address')}
          onChange={(address) => change({ address })}
        />
      )}
      {takes('word') && (
        <DraftNumber
          label={t('Word')}
          value={fault.word}
          unit={t('of 0 to 127')}
          problem={problems.get('word')}
          onChange={(word) => change({ word })}
        />
      )}
      {takes('bit') && (
        <BitCells
          bit={fault.bit}
          problem={problems.get('bit')}
          onChange={(bit) => change({ bit })}
        />
      )}
    </>
  );
}

function registerOption(value: Register) {
  return {
    value,
    name: isCompared(value)
      ? t('{register}, compared', { register: value })
      : t('{register}, not compared', { register: value }),
    face: <code className={isCompared(value) ? 'compared' : ''}>{value}</code>,
  };
}

function isCompared(register: Register): boolean {
  return (SUMMED_REGISTERS as readonly Register[]).includes(register);
}

function RegisterField({ form: { fault, standpoint, change } }: Props) {
  const { register } = fault;
  const full = standpoint.scenario.protection.comparison === 'full';
  const seen = register !== undefined && isCompared(register);
  return (
    <div className="register">
      <RadioGroup
        label={t('Register')}
        options={REGISTERS.map(registerOption)}
        value={register}
        onChange={(chosen) => change({ register: chosen })}
      />
      {!full && register !== undefined && (
        <span className="quiet">
          {seen ? t('in the sum that Romain compares') : t('not compared by the prototype')}
        </span>
      )}
    </div>
  );
}

/** Which message and what happens to it, or what becomes of a core. */
export function HardwareFields({ form }: Props) {
  const { fault, problems, standpoint, change } = form;
  const { target } = fault;
  const spec = standpoint.scenario.apps[fault.app];
  if (target !== 'message' && target !== 'core') return null;
  const messages = spec === undefined ? [] : messagesOf(spec);
  return (
    <div className="row">
      {target === 'core' && (
        <DraftNumber
          label={t('Core C')}
          value={fault.core}
          problem={problems.get('core')}
          onChange={(core) => change({ core })}
        />
      )}
      {target === 'message' && messages.length > 1 && (
        <RadioGroup
          label={t('Message')}
          options={messages.map((value) => ({ value, name: value }))}
          value={fault.message}
          onChange={(message) => change({ message })}
        />
      )}
      {target === 'message' && messages.length === 1 && <code>{messages[0]}</code>}
      <RadioGroup
        label={t('What happens to it')}
        options={modesOf({ target }).map((value) => ({ value, name: t(MODE_WORDS[value]) }))}
        value={fault.mode}
        onChange={(mode) => change({ mode })}
      />
      {fault.mode === 'delay' && (
        <DraftNumber
          label={t('By', {}, 'delay')}
          value={fault.delay}
          unit={t('cycles')}
          problem={problems.get('delay')}
          onChange={(delay) => change({ delay })}
        />
      )}
    </div>
  );
}
