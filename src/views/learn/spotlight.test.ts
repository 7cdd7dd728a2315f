import { describe, expect, it } from 'vitest';

import { LESSON_IDS, findLesson } from '../../lessons/library/index.ts';
import { highlightsIn, selectorsOf, sidePanelOf, termsIn } from './spotlight.ts';

describe('what a step points at', () => {
  it.each(LESSON_IDS)('can be looked for on the page in every step of %s', (id) => {
    const lesson = findLesson(id);
    const texts = lesson.ok ? lesson.value.steps.flatMap(({ highlights = [] }) => highlights) : [];
    const found = highlightsIn(texts);
    expect(found).toHaveLength(texts.length);
    expect(found.filter((one) => selectorsOf(one, [1, 2, 3]).length === 0)).toEqual([]);
  });

  it('is a replica at the core where it lives', () => {
    const [replica] = highlightsIn(['replica:1']);
    expect(replica && selectorsOf(replica, [4, 7])[0]).toContain('"7"');
  });

  it('is a message where one is on its way, else what carries it', () => {
    const [call] = highlightsIn(['message:CALL']);
    expect(call && selectorsOf(call, [])).toEqual([
      '.machine [data-message="CALL"]',
      '.machine .medium',
    ]);
  });

  it('brings the panel at the side that holds it', () => {
    expect(sidePanelOf(['core:0', 'bar:ipc-3'])).toBe('cycles');
    expect(sidePanelOf(['panel:log'])).toBe('log');
    expect(sidePanelOf(['panel:machine', 'term:rcb'])).toBeNull();
  });

  it('has its terms explained', () => {
    expect(termsIn(['term:rcb', 'core:0'])).toEqual(['rcb']);
  });
});
