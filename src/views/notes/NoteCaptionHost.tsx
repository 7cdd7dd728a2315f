import { useAppState, useHeldRun } from '../shell/app-context.ts';
import { Later } from '../shell/Later.tsx';
import { useMedia } from '../shell/use-media.ts';
import { lazyPart } from '../shell/lazy-part.tsx';

// Nobody has written a note before the first picture.
const NoteCaption = lazyPart(async () => (await import('./NoteCaption.tsx')).NoteCaption);

/** The caption of the note at the playhead: in the top bar where that has room, else above the transport. */
export function NoteCaptionHost({ place }: { readonly place: 'top' | 'transport' }) {
  const room = useMedia('(min-width: 1280px)');
  const listed = useAppState((state) => state.sidePanel === 'notes');
  const ready = useHeldRun() !== null;
  if (!ready) return null;
  // Above the transport it would cover the list that says the same.
  if (room !== (place === 'top') || (!room && listed)) return null;
  return (
    <Later part={NoteCaption}>
      <NoteCaption />
    </Later>
  );
}
