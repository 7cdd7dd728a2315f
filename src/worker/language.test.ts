import { afterEach, describe, expect, it } from 'vitest';

import { speak, spokenLanguage, t } from '../base/language.ts';
import { inPageLanguage, onceSpoken } from './language.ts';
import type { SpeakRequest } from './language.ts';

afterEach(() => speak('en', {}));

const MESSAGES = { Save: 'Speichern' };

describe('the language of a worker', () => {
  it('is told first where it is not English, with its messages', () => {
    const heard: SpeakRequest[] = [];
    const worker = { postMessage: (message: SpeakRequest) => void heard.push(message) };
    inPageLanguage(worker);
    expect(heard).toEqual([]);
    speak('de', MESSAGES);
    inPageLanguage(worker);
    expect(heard).toEqual([{ kind: 'speak', language: 'de', messages: MESSAGES }]);
  });

  it('is there before the worker hears anything else', () => {
    const heard: string[] = [];
    const hear = onceSpoken<{ kind: 'open' | 'run' }>(({ kind }) => {
      heard.push(`${kind} in ${spokenLanguage()}: ${t('Save')}`);
    });
    hear({ kind: 'speak', language: 'de', messages: MESSAGES });
    hear({ kind: 'open' });
    hear({ kind: 'run' });
    expect(heard).toEqual(['open in de: Speichern', 'run in de: Speichern']);
  });

  it('is English where nothing is told', () => {
    const heard: string[] = [];
    onceSpoken<{ kind: 'open' }>(({ kind }) => void heard.push(kind))({ kind: 'open' });
    expect(heard).toEqual(['open']);
    expect(spokenLanguage()).toBe('en');
  });
});
