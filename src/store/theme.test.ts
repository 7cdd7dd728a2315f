import { expect, it } from 'vitest';

import { testApp } from './testing.ts';
import { keepTheme } from './theme.ts';
import type { ThemeMemory } from './theme.ts';

function shownWith(asked: string | null, remembered: string | null) {
  const { app } = testApp();
  const shown: string[] = [];
  const written: string[] = [];
  const memory: ThemeMemory = { read: () => remembered, write: (theme) => written.push(theme) };
  keepTheme(app, memory, { asked, show: (theme) => shown.push(theme) });
  return { app, shown, written };
}

it.each([
  ['projector', null, 'projector'],
  ['projector', 'dark', 'projector'],
  [null, 'projector', 'projector'],
  ['no theme', 'dark', 'dark'],
  [null, null, 'light'],
])('asked for %j with %j remembered, shows %s', (asked, remembered, theme) => {
  expect(shownWith(asked, remembered).shown).toEqual([theme]);
});

it('shows and remembers what is chosen', () => {
  const { app, shown, written } = shownWith(null, null);
  app.setTheme('projector');
  app.setTheme('system');
  expect(shown).toEqual(['light', 'projector', 'light']);
  expect(written).toEqual(['projector', 'system']);
});
