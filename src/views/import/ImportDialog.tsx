import { useCallback, useEffect } from 'react';
import type { ClipboardEvent, RefObject } from 'react';

import { t } from '../../base/language.ts';
import type { ImportStage } from '../../store/import-work.ts';
import { useApp } from '../shell/app-context.ts';
import { Dialog } from '../shell/Dialog.tsx';
import { useModal } from '../shell/use-modal.ts';
import { Choices } from './Choices.tsx';
import { Lines } from './Lines.tsx';
import { OwnPrograms } from './OwnPrograms.tsx';
import { Reading } from './Reading.tsx';
import { Refused } from './Refused.tsx';
import { ResultPanel } from './ResultPanel.tsx';
import { Start } from './Start.tsx';
import { useImport } from './use-import.ts';
import type { Import } from './use-import.ts';
import { textFile } from './text-file.ts';
import './import.css';

interface Props {
  /** Logs to read at once. */
  readonly files: readonly File[];
  /** The app of the scenario that is to run the program. */
  readonly index: number;
}

/** A log of a program becomes a workload: read, looked through line by line, mapped, used. */
export function ImportDialog({ files, index }: Props) {
  const app = useApp();
  const dialog = useModal('.import-start input');
  const [work, stage] = useImport(files);
  useFocus(dialog, stage.kind);
  const close = useCallback(() => app.close('import'), [app]);
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain');
    const inField = event.target instanceof HTMLInputElement;
    if (inField || text.trim() === '' || stage.kind === 'read') return;
    event.preventDefault();
    work.read([textFile(text)]);
  };
  return (
    <Dialog
      ref={dialog}
      className={stage.kind === 'read' ? 'import-dialog wide' : 'import-dialog'}
      title={t('Import a program')}
      closedby="closerequest"
      onClose={close}
      onPaste={onPaste}
    >
      {stage.kind === 'start' && (
        <>
          <Start onFiles={work.read} />
          <OwnPrograms index={index} onUsed={() => dialog.current?.close()} />
        </>
      )}
      {stage.kind === 'reading' && <Reading work={work} stage={stage} />}
      {stage.kind === 'refused' && <Refused work={work} stage={stage} />}
      {stage.kind === 'read' && (
        <ReadLog work={work} stage={stage} index={index} onUsed={() => dialog.current?.close()} />
      )}
    </Dialog>
  );
}

/** Puts the focus where the next stage begins when what had it is gone. */
function useFocus(dialog: RefObject<HTMLDialogElement | null>, stage: string): void {
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    dialog.current?.querySelector<HTMLElement>('.import-first')?.focus();
  }, [dialog, stage]);
}

interface ReadProps {
  readonly work: Import;
  readonly stage: Extract<ImportStage, { readonly kind: 'read' }>;
  readonly index: number;
  readonly onUsed: () => void;
}

function ReadLog({ work, stage, index, onUsed }: ReadProps) {
  return (
    <div className="import-columns">
      <div className="import-choices">
        <Choices work={work} stage={stage} />
      </div>
      <Lines stage={stage} />
      <ResultPanel work={work} stage={stage} index={index} onUsed={onUsed} />
    </div>
  );
}
