import { useEffect } from 'react';

import { useApp, useAppState, useHeldRun } from './app-context.ts';
import { whenCalm } from './browser.ts';
import { DialogGuard } from './DialogGuard.tsx';
import { lazyPart } from './lazy-part.tsx';

// None of them is part of the first picture, so neither of the first download.
const loadPalette = async () => (await import('../palette/Palette.tsx')).Palette;
const loadNote = async () => (await import('../notes/NoteDialog.tsx')).NoteDialog;
const Palette = lazyPart(loadPalette);
const NoteDialog = lazyPart(loadNote);
const MoveDialog = lazyPart(
  async () => (await import('../machine/moves/MoveDialog.tsx')).MoveDialog,
);
const ExportDialog = lazyPart(
  async () => (await import('../export/ExportDialog.tsx')).ExportDialog,
);
const ImportDialog = lazyPart(
  async () => (await import('../import/ImportDialog.tsx')).ImportDialog,
);
const ShareDialog = lazyPart(async () => (await import('../share/ShareDialog.tsx')).ShareDialog);
const Tour = lazyPart(async () => (await import('../tour/Tour.tsx')).Tour);
const KeysDialog = lazyPart(async () => (await import('./KeysDialog.tsx')).KeysDialog);

const ignore = (): void => {};

/** The dialog that a command has opened. */
export function Overlays() {
  const app = useApp();
  const overlay = useAppState((state) => state.overlay);
  const ready = useHeldRun() !== null;
  // What is typed right after the key must not go elsewhere.
  useEffect(() => {
    if (!ready) return;
    whenCalm(() => {
      // What does not come now is fetched again when it is wanted, and missed only then.
      loadPalette().catch(ignore);
      loadNote().catch(ignore);
    });
  }, [ready]);
  if (overlay === null) return null;
  return (
    <DialogGuard resetKey={overlay} onFail={() => app.close(overlay.kind)}>
      {overlay.kind === 'palette' && <Palette />}
      {overlay.kind === 'keys' && <KeysDialog />}
      {overlay.kind === 'tour' && <Tour />}
      {overlay.kind === 'export' && <ExportDialog />}
      {overlay.kind === 'share' && <ShareDialog />}
      {overlay.kind === 'import' && <ImportDialog files={overlay.files} index={overlay.app} />}
      {overlay.kind === 'note' && (
        <NoteDialog key={`${overlay.at.time}.${overlay.at.step}`} at={overlay.at} />
      )}
      {overlay.kind === 'move' && <MoveDialog core={overlay.core} to={overlay.to} />}
    </DialogGuard>
  );
}
