import { useState } from 'react';

import { t } from '../../base/language.ts';
import { useHeldRun } from '../shell/app-context.ts';
import { lazyPart } from '../shell/lazy-part.tsx';
import { Part } from '../shell/Part.tsx';

const CheckDialog = lazyPart(async () => (await import('./CheckDialog.tsx')).CheckDialog);

/** The digest of the whole trace, equal in every browser and on the command line; opens the check. */
export function DigestBadge() {
  const run = useHeldRun();
  const [open, setOpen] = useState(false);
  // Its room is kept until there is a run.
  if (run === null) {
    return (
      <button type="button" className="chip digest" disabled>
        <Name digest="····" />
      </button>
    );
  }
  const { digest } = run.recording.summary;
  return (
    <>
      <button
        type="button"
        className="chip digest"
        data-testid="digest"
        data-digest={digest}
        title={t(
          'Digest of the whole trace: the same scenario and seed give the same one everywhere',
        )}
        onClick={() => setOpen(true)}
      >
        <Name digest={digest} />
      </button>
      {open && (
        <Part>
          <CheckDialog onClose={() => setOpen(false)} />
        </Part>
      )}
    </>
  );
}

function Name({ digest }: { readonly digest: string }) {
  return (
    <span>
      {t('Check', {}, 'digest')} <span className="long">{t('trace', {}, 'digest')} </span>
      <b className="num">{digest.slice(0, 4)}</b>
    </span>
  );
}
