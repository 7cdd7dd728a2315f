import { describe, expect, it } from 'vitest';

import { elapsedText, readNotesMessage, readSheetMessage } from './presenter-sheet.ts';

const SHEET = {
  talk: 'Polling',
  title: 'A word for each replica',
  place: 'step 1 of 7',
  caption: 'All compute.',
  remarks: [{ name: 'Answer', text: 'None' }],
  next: 'Compared',
  blank: false,
};

describe('what presentation and notes say to each other', () => {
  it('is read as it was sent', () => {
    const sheet = { watchmen: 'presenter', kind: 'sheet', sheet: SHEET };
    expect(readSheetMessage(structuredClone(sheet))).toEqual(sheet);
    expect(readSheetMessage({ watchmen: 'presenter', kind: 'over' })).toMatchObject({
      kind: 'over',
    });
    expect(readNotesMessage({ watchmen: 'notes', kind: 'hello' })).toMatchObject({ kind: 'hello' });
    expect(readNotesMessage({ watchmen: 'notes', kind: 'act', act: 'next' })).toMatchObject({
      act: 'next',
    });
  });

  it.each([
    null,
    'hello',
    {},
    [],
    { watchmen: 'notes' },
    { watchmen: 'notes', kind: 'act', act: 'explode' },
    // It would close the presentation from afar.
    { watchmen: 'notes', kind: 'act', act: 'leave' },
    { watchmen: 'presenter', kind: 'hello' },
  ])('is nothing to the presentation where it is %j', (data) => {
    expect(readNotesMessage(data)).toBeNull();
  });

  it.each([
    null,
    { watchmen: 'presenter', kind: 'sheet' },
    { watchmen: 'presenter', kind: 'sheet', sheet: { ...SHEET, caption: 3 } },
    { watchmen: 'presenter', kind: 'sheet', sheet: { ...SHEET, remarks: 'many' } },
    { watchmen: 'notes', kind: 'over' },
  ])('is nothing to the notes where it is %j', (data) => {
    expect(readSheetMessage(data)).toBeNull();
  });

  it('leaves out remarks that are none', () => {
    const remarks = [{ name: 'a', text: 'b' }, { name: 'a' }, 7];
    const read = readSheetMessage({
      watchmen: 'presenter',
      kind: 'sheet',
      sheet: { ...SHEET, remarks },
    });
    expect(read).toMatchObject({ sheet: { remarks: [{ name: 'a', text: 'b' }] } });
  });
});

describe('the time since the talk began', () => {
  it.each([
    [0, '0:00'],
    [7999, '0:07'],
    [750_000, '12:30'],
    [3_723_000, '1:02:03'],
    [-5, '0:00'],
  ])('%i ms is %s', (ms, text) => {
    expect(elapsedText(ms)).toBe(text);
  });
});
