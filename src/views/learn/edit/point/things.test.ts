import { describe, expect, it } from 'vitest';

import { parseHighlight } from '../../../../lessons/highlight.ts';
import { fullName, groupsOf, highlightText, KINDS } from './things.ts';

const SIZE = { cores: 64, replicas: 7 };

describe('what a step can point at', () => {
  it.each(KINDS)('is read back from its name, whatever it is: %s', (kind) => {
    const things = groupsOf(SIZE, []).find((group) => group.kind === kind)?.things ?? [];
    expect(things.length).toBeGreaterThan(1);
    for (const { text, highlight } of things) {
      expect(parseHighlight(text)).toEqual({ ok: true, value: highlight });
      expect(highlightText(highlight)).toBe(text);
    }
  });

  it('is every kind that the lesson format knows', () => {
    const told = parseHighlight('nothing');
    const known = told.ok ? '' : (/kinds are ([a-z, ]+)/u.exec(told.error)?.[1] ?? '');
    expect(known.split(', ').toSorted()).toEqual(KINDS.toSorted());
  });

  it('has a name of its own among all', () => {
    const names = groupsOf(SIZE, []).flatMap(({ things }) => things.map(fullName));
    expect(new Set(names).size).toBe(names.length);
  });

  it('keeps what was chosen in a larger scene, to be taken away', () => {
    const [, , replicas] = groupsOf({ cores: 2, replicas: 2 }, [
      'replica:1',
      'replica:6',
      'nothing',
    ]);
    expect(replicas.things.map(({ text }) => text)).toEqual([
      'replica:0',
      'replica:1',
      'replica:6',
    ]);
  });
});
