import { afterEach, describe, expect, it } from 'vitest';

import { msg, speak, spokenLanguage, t } from './language.ts';

afterEach(() => speak('en', {}));

describe('a message', () => {
  it('is what the code says in English', () => {
    expect(spokenLanguage()).toBe('en');
    expect(t('Play')).toBe('Play');
    expect(t('{n, plural, one {# event} other {# events}} of {app}', { n: 1, app: 'susan' })).toBe(
      '1 event of susan',
    );
  });

  it('is what the catalogue says in another language, and English where it has none', () => {
    speak('de', {
      Play: 'Abspielen',
      '{n, plural, one {# core} other {# cores}}': '{n, plural, one {# Kern} other {# Kerne}}',
    });
    expect(spokenLanguage()).toBe('de');
    expect(t('Play')).toBe('Abspielen');
    expect(t('{n, plural, one {# core} other {# cores}}', { n: 12 })).toBe('12 Kerne');
    expect(t('Pause')).toBe('Pause');
  });

  it('has two translations where one word means two things', () => {
    speak('de', { 'noun|Trap': 'Falle', Trap: 'Fallen' });
    expect(t('Trap', {}, 'noun')).toBe('Falle');
    expect(t(msg('Trap'))).toBe('Fallen');
  });
});
