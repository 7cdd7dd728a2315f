import { useMemo, useState } from 'react';

import { t } from '../../base/language.ts';
import { formatMicroseconds, groupDigits } from '../../draw/format.ts';
import type { HeldRun } from '../../store/held.ts';
import { useApp, useAppState, useHeldRun } from '../shell/app-context.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { useModal } from '../shell/use-modal.ts';
import { initialDraft, KINDS, STRETCHES } from './draft.ts';
import type { Draft } from './draft.ts';
import { estimateTable, estimateTrace, sizeText } from './estimate.ts';
import type { Estimate } from './estimate.ts';
import { ChoiceField, KindFields } from './Fields.tsx';
import { stretchOf } from './make.ts';
import type { Subject } from './make.ts';
import { useExport } from './use-export.ts';
import type { Exports } from './use-export.ts';
import { KIND_NAMES, remarkOn, STRETCH_NAMES } from './words.ts';
import './export.css';

/** The run that is shown, or a stretch of it, as a file; Escape leaves and ends what is under way. */
export function ExportDialog() {
  const app = useApp();
  const run = useHeldRun();
  // The first choice, not the button that closes.
  const dialog = useModal('input:checked');
  return (
    <Dialog
      ref={dialog}
      className="export-dialog"
      title={t('Export')}
      onClose={() => app.close('export')}
    >
      {run === null ? (
        <p className="quiet">{t('There is no run yet to export.')}</p>
      ) : (
        <Form run={run} />
      )}
    </Dialog>
  );
}

function Form({ run }: { readonly run: HeldRun }) {
  const app = useApp();
  const [draft, setDraft] = useState(() => initialDraft(app.store.getState()));
  const exports = useExport();
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const subject = { app, run, draft };
  const working = exports.job.kind === 'working';
  return (
    <>
      <fieldset className="export-form" disabled={working} aria-label={t('What to export')}>
        <ChoiceField
          name={t('As')}
          label={t('Export as')}
          names={KINDS.map((value) => [value, t(KIND_NAMES[value])])}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        <KindFields draft={draft} change={change} />
        {hasStretch(draft) && <StretchField draft={draft} change={change} />}
      </fieldset>
      <p className="export-remark">{remarkOn(draft)}</p>
      <Size subject={subject} />
      <Progress exports={exports} />
      <Acts subject={subject} exports={exports} />
    </>
  );
}

/** Panels show an instant; all else shows a stretch. */
function hasStretch({ kind, picture }: Draft): boolean {
  return kind !== 'picture' || picture === 'timeline';
}

interface FieldProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function StretchField({ draft, change }: FieldProps) {
  const area = useAppState((state) => state.selection?.kind === 'area');
  const there = STRETCHES.filter((stretch) => stretch !== 'area' || area);
  return (
    <ChoiceField
      name={t('Range')}
      names={there.map((value) => [value, t(STRETCH_NAMES[value])])}
      value={draft.stretch}
      onChange={(stretch) => change({ stretch })}
    />
  );
}

/** The stretch in figures, and how large the file will be. */
function Size({ subject }: { readonly subject: Subject }) {
  const { run, draft } = subject;
  const { clockGHz } = run.plan;
  const range = stretchOf(subject);
  const { from, to } = range;
  const size = useMemo(() => {
    const source = { plan: run.plan, recording: run.recording, range: { from, to } };
    if (draft.kind === 'trace') return estimateTrace(source, draft.detail);
    return draft.kind === 'table' ? estimateTable(source, draft) : null;
  }, [run, from, to, draft]);
  const end = Math.min(to, run.recording.summary.totalCycles);
  const stretch = t('{from} to {to} µs.', {
    from: formatMicroseconds(from, clockGHz),
    to: formatMicroseconds(end, clockGHz),
  });
  return (
    <p className="export-size num">
      {hasStretch(draft) && `${stretch} `}
      {size !== null && sizeWords(draft, size)}
    </p>
  );
}

function sizeWords({ kind, packed }: Draft, { lines, bytes }: Estimate): string {
  const said = { count: groupDigits(roughly(lines)), size: sizeText(bytes) };
  if (kind === 'table') return t('About {count} rows and {size}.', said);
  return packed
    ? t('About {count} lines and {size} before packing.', said)
    : t('About {count} lines and {size}.', said);
}

/** Two digits: more would promise too much. */
function roughly(count: number): number {
  return count < 100 ? count : Number(count.toPrecision(2));
}

function Progress({ exports: { job } }: { readonly exports: Exports }) {
  return (
    <div className="export-job">
      {job.kind === 'working' && (
        <progress max={1} value={job.share} aria-label={job.doing}>
          {job.doing}
        </progress>
      )}
      <output className={job.kind === 'failed' ? 'field-problem' : ''}>
        {job.kind === 'working' && job.doing}
        {(job.kind === 'done' || job.kind === 'failed') && job.text}
      </output>
    </div>
  );
}

function Acts({ subject, exports }: { readonly subject: Subject; readonly exports: Exports }) {
  const working = exports.job.kind === 'working';
  const { kind, ...rest } = subject.draft;
  const forPerfetto = { kind, ...rest, packed: false, detail: 'cycles' } as const;
  // A button that were disabled would lose the focus.
  const unlessWorking = (act: () => void) => () => {
    if (!working) act();
  };
  return (
    <div className="export-acts">
      {kind === 'trace' && (
        <p className="quiet">{t('Perfetto opens in a tab of its own; nothing is uploaded.')}</p>
      )}
      <span className="grow" />
      {working && (
        <button type="button" className="text-button" onClick={exports.cancel}>
          {t('Cancel')}
        </button>
      )}
      {kind === 'trace' && (
        <button
          type="button"
          className="text-button"
          aria-disabled={working}
          onClick={unlessWorking(() => exports.openInPerfetto({ ...subject, draft: forPerfetto }))}
        >
          {t('Open in Perfetto')}
        </button>
      )}
      <button
        type="button"
        className="text-button primary"
        aria-disabled={working}
        onClick={unlessWorking(() => exports.save(subject))}
      >
        {t('Save file')}
      </button>
    </div>
  );
}
