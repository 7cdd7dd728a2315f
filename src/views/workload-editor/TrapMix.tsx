import { groupDigits } from '../../base/digits.ts';
import { msg, t } from '../../base/language.ts';
import { TRAP_WORDS } from '../../base/trap-words.ts';
import { PROGRAM_TRAP_KINDS } from '../../base/vocabulary.ts';
import type { ProgramTrapKind } from '../../base/vocabulary.ts';
import { MAX_TRAP_SHARES } from '../../scenario/schema-phases.ts';
import type { TrapShare } from '../../workload/phases.ts';
import { ChoiceField } from '../scenario/ChoiceField.tsx';
import { NumberField } from '../scenario/NumberField.tsx';
import { replaced, sharePercent, without } from './phase-changes.ts';

interface Props {
  readonly traps: readonly TrapShare[];
  readonly path: string;
  readonly onChange: (traps: readonly TrapShare[], typing?: string) => void;
}

function trapNames(): Readonly<Record<ProgramTrapKind, string>> {
  return Object.fromEntries(
    PROGRAM_TRAP_KINDS.filter((kind) => kind !== 'exit').map((kind) => [kind, t(TRAP_WORDS[kind])]),
  ) as Readonly<Record<ProgramTrapKind, string>>;
}

/** Which traps a phase has, each with its weight and payload. */
export function TrapMix({ traps, path, onChange }: Props) {
  return (
    <ul className="trap-mix">
      {traps.map((share, index) => (
        // Rows are told apart by their place alone.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className="row">
          <ShareFields
            share={share}
            path={`${path}[${index}]`}
            onChange={(next, typing) => onChange(replaced(traps, index, next), typing)}
          />
          <span className="quiet num">{percentText(sharePercent(traps, index))}</span>
          {traps.length > 1 && (
            <button
              type="button"
              className="text-button"
              aria-label={t('Remove {trap} from the mix', { trap: t(TRAP_WORDS[share.trap]) })}
              onClick={() => onChange(without(traps, index))}
            >
              {t('Remove')}
            </button>
          )}
        </li>
      ))}
      {traps.length < MAX_TRAP_SHARES && (
        <li>
          <button
            type="button"
            className="text-button"
            onClick={() => onChange([...traps, { trap: 'pagefault', weight: 1 }])}
          >
            {t('Add a kind of trap')}
          </button>
        </li>
      )}
    </ul>
  );
}

function percentText(percent: number | null): string {
  return percent === null ? t('never') : `${groupDigits(percent, percent < 10 ? 1 : 0)} %`;
}

interface ShareProps {
  readonly share: TrapShare;
  readonly path: string;
  readonly onChange: (share: TrapShare, typing?: string) => void;
}

const AMOUNTS = [
  ['bytesIn', msg('Bytes in')],
  ['bytesOut', msg('Bytes out')],
] as const;

function ShareFields({ share, path, onChange }: ShareProps) {
  return (
    <>
      <ChoiceField
        label={t('Trap')}
        value={share.trap}
        options={trapNames()}
        onChange={(trap) => onChange({ ...share, trap })}
      />
      <NumberField
        label={t('Weight')}
        path={`${path}.weight`}
        value={share.weight}
        onChange={(weight) => onChange({ ...share, weight }, `${path}.weight`)}
      />
      {AMOUNTS.map(([name, label]) => (
        <NumberField
          key={name}
          label={t(label)}
          path={`${path}.${name}`}
          value={share[name] ?? 0}
          onChange={(bytes) => onChange({ ...share, [name]: bytes }, `${path}.${name}`)}
        />
      ))}
    </>
  );
}
