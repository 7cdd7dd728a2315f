import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';

import { checkPlacementForm, checkWishListForm } from './check-forms.ts';
import { studyForm } from './explore-forms.ts';
import { createWishListDraft } from './study-draft.ts';

function formOf() {
  const store = createStore(() => ({ draft: createWishListDraft() }));
  const form = studyForm(store, createWishListDraft(), (json) =>
    Promise.resolve(checkWishListForm(json)),
  );
  return { store, form };
}

describe('what is set up of a study', () => {
  it('is nothing to begin with, then what differs from that', () => {
    const { store, form } = formOf();
    expect(form.read()).toBeUndefined();
    store.setState({ draft: { ...createWishListDraft(), faults: '8', replicas: [3] } });
    expect(form.read()).toEqual({ draft: { faults: '8', replicas: [3] } });
  });

  it('is set up again from what was written, and from nothing', async () => {
    const { store, form } = formOf();
    const written = { draft: { faults: '8', methods: ['ipc'] } };
    expect(await form.check(written)).toBe('');
    form.apply(written);
    expect(store.getState().draft).toEqual({ ...createWishListDraft(), ...written.draft });
    form.apply(undefined);
    expect(store.getState().draft).toEqual(createWishListDraft());
  });

  it.each([
    [{ draft: { faults: 8 } }, '“draft” makes no sense'],
    [{ draft: { replicas: ['native'] } }, '“draft” makes no sense'],
    [{ draft: { methods: ['telepathy'] } }, '“draft” makes no sense'],
    [{ view: {} }, 'there is no field “view”'],
  ])('is refused as %o', (json, problem) => {
    expect(checkWishListForm(json)).toBe(problem);
  });

  it('has no faults where it is of placements', () => {
    expect(checkPlacementForm({ draft: { faults: '8' } })).not.toBe('');
    expect(checkPlacementForm({ draft: { methods: ['ipc'], workload: null } })).toBe('');
  });
});
