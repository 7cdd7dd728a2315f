import { afterEach, describe, expect, it } from 'vitest';

import { speak, spokenLanguage } from '../base/language.ts';
import { loadMessages } from '../locales/load.ts';
import { inPageLanguage, onceSpoken } from './language.ts';

afterEach(() => speak('en', {}));

describe('the language of a worker', () => {
  it('is told first where it is not English', () => {
    const heard: string[] = [];
    const worker = {
      postMessage: ({ language }: { language: string }) => void heard.push(language),
    };
    inPageLanguage(worker);
    expect(heard).toEqual([]);
    speak('de', {});
    inPageLanguage(worker);
    expect(heard).toEqual(['de']);
  });

  it('is there before the worker hears anything else, in the order in which it came', async () => {
    // Where much is tested at a time, loading them takes longer than a poll.
    await loadMessages('de');
    const heard: string[] = [];
    const hear = onceSpoken<{ kind: 'open' | 'run' }>(({ kind }) => {
      heard.push(`${kind} in ${spokenLanguage()}`);
    });
    hear({ kind: 'speak', language: 'de' });
    hear({ kind: 'open' });
    hear({ kind: 'run' });
    expect(heard).toEqual([]);
    await expect.poll(() => heard).toEqual(['open in de', 'run in de']);
  });

  it('takes no time where it is English', () => {
    const heard: string[] = [];
    onceSpoken<{ kind: 'open' }>(({ kind }) => void heard.push(kind))({ kind: 'open' });
    expect(heard).toEqual(['open']);
  });
});
