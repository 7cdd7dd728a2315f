import { lazy, useEffect } from 'react';

import { t } from '../../base/language.ts';
import { useAppState, useHeldRun } from './app-context.ts';
import { whenCalm } from './browser.ts';
import { Guard } from './Guard.tsx';
import { Part } from './Part.tsx';

// None of them is part of the first picture, so neither of the first download.
const loadPalette = async () => ({ default: (await import('../palette/Palette.tsx')).Palette });
const loadNote = async () => ({ default: (await import('../notes/NoteDialog.tsx')).NoteDialog });
const Palette = lazy(loadPalette);
const NoteDialog = lazy(loadNote);
const MoveDialog = lazy(async () => ({
  default: (await import('../machine/moves/MoveDialog.tsx')).MoveDialog,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../export/ExportDialog.tsx')).ExportDialog,
}));
const ImportDialog = lazy(async () => ({
  default: (await import('../import/ImportDialog.tsx')).ImportDialog,
}));
const ShareDialog = lazy(async () => ({
  default: (await import('../share/ShareDialog.tsx')).ShareDialog,
}));
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }));

/** The dialog that a command has opened. */
export function Overlays() {
  const overlay = useAppState((state) => state.overlay);
  const ready = useHeldRun() !== null;
  // What is typed right after the key must not go elsewhere.
  useEffect(() => {
    if (!ready) return;
    whenCalm(() => {
      void loadPalette();
      void loadNote();
    });
  }, [ready]);
  if (overlay === null) return null;
  return (
    <Guard name={t('The dialog')} resetKey={overlay}>
      <Part>
        {overlay.kind === 'palette' && <Palette />}
        {overlay.kind === 'keys' && <KeysDialog />}
        {overlay.kind === 'export' && <ExportDialog />}
        {overlay.kind === 'share' && <ShareDialog />}
        {overlay.kind === 'import' && <ImportDialog files={overlay.files} index={overlay.app} />}
        {overlay.kind === 'note' && (
          <NoteDialog key={`${overlay.at.time}.${overlay.at.step}`} at={overlay.at} />
        )}
        {overlay.kind === 'move' && <MoveDialog core={overlay.core} to={overlay.to} />}
      </Part>
    </Guard>
  );
}
