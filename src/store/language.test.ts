import { describe, expect, it } from 'vitest';

import { chosenLanguage, keepLanguage, languageOf } from './language.ts';
import { createMemory } from './memory.ts';

describe('the language of a page', () => {
  it.each([
    ['de', 'en', ['en-US'], 'de'],
    ['en', 'de', ['de-DE'], 'en'],
    [null, 'de', ['en-US'], 'de'],
    [null, 'en', ['de-AT', 'en'], 'en'],
    [null, 'browser', ['de-CH', 'en'], 'de'],
    [null, 'browser', ['DE'], 'de'],
    [null, 'browser', ['en-GB', 'de'], 'en'],
    [null, 'browser', ['fr-FR', 'de-DE', 'en'], 'de'],
    [null, 'browser', ['fr', 'cs'], 'en'],
    [null, 'browser', [], 'en'],
    ['xx', 'browser', ['de'], 'de'],
  ] as const)(
    'asked for %j, with %s chosen in a browser of %j, is %s',
    (asked, chosen, preferred, language) => {
      expect(languageOf({ asked, chosen, preferred })).toBe(language);
    },
  );

  it('is that of the browser until another one is chosen, which is kept', () => {
    const memory = createMemory();
    expect(chosenLanguage(memory)).toBe('browser');
    keepLanguage(memory, 'de');
    expect(chosenLanguage(memory)).toBe('de');
    memory.write('watchmen.language', 'klingon');
    expect(chosenLanguage(memory)).toBe('browser');
  });
});
