import { createElement, useEffect, useSyncExternalStore } from 'react';
import type { FunctionComponent } from 'react';

import { msg, t } from '../../base/language.ts';
import { useApp, useHeldRun } from './app-context.ts';
import { afterPaint } from './browser.ts';
import { lateCode } from '../../store/late-code.ts';
import type { LateCode } from '../../store/late-code.ts';

const FAILED = msg('A part of the page could not be loaded. Reload the page to have it.');

/** What `late` holds, or `null` until it is there: fetched behind the first picture, or at once if it is `urgent`. */
export function useLateCode<T>(late: LateCode<T>, urgent = false): T | null {
  const { awaitPart, notify } = useApp();
  const pictured = useHeldRun() !== null;
  const code = useSyncExternalStore(late.subscribe, late.get, late.get);
  const failed = useSyncExternalStore(late.subscribe, late.hasFailed, late.hasFailed);
  const wanted = code === null && !failed && (pictured || urgent);
  useEffect(() => {
    if (!wanted) return undefined;
    if (urgent) void late.load();
    else afterPaint(() => void late.load());
    return awaitPart();
  }, [late, wanted, urgent, awaitPart]);
  useEffect(() => {
    if (failed) notify('problem', t(FAILED));
  }, [failed, notify]);
  return code;
}

/** A component of late code, `urgent` where it has something to show already; shows nothing until it is there. */
export function latePart<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props & { readonly urgent?: boolean }> {
  const late = lateCode(load);
  return function LatePart({ urgent = false, ...props }) {
    const part = useLateCode(late, urgent);
    return part === null ? null : createElement(part, props as unknown as Props);
  };
}
