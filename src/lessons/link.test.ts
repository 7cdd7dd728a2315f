import { strToU8 } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { encodeLink } from '../scenario/link.ts';
import { defaultScenario } from '../scenario/default-scenario.ts';
import { deflateChecked } from '../scenario/codec/deflate.ts';
import { seal } from '../scenario/codec/envelope.ts';
import { SMALL_LESSON } from '../testing/arbitrary-lesson.ts';
import { lessonFromNotes } from './from-notes.ts';
import { findLesson, LESSON_IDS } from './library/index.ts';
import { COMFORTABLE_LINK, decodeLesson, encodeLesson, isLessonLink } from './link.ts';

const link = encodeLesson(SMALL_LESSON).fragment;

/** A link of version 1 as it was made first; such links must be read for ever. */
const EARLY =
  'l1.jVXLasMwEPwV4WNwShLaHtJDKT0FcghtoYfgg4kdLGJHwQ9CUvzvnR3Jpn5QnEOMpF3tY2ZH_1RWZODQoJpP7nZKKq-EpS2oDNMTa3EcQIwRfsVAM9JiRMbgpmcERuZ5RTix8bjADwnkIW7xMGwyaOhQp0fewRQkHgeed8255VKUhJCg-DS99C7V_W5rkmkMI8ffCIktax-7aBv2VmQeOCusFLaCeLDcL_1V4O9X_jLAeWJSuD1BYPKITD5ivhluiJckMkDLDoxrA8cxM8BDOpmhnyOgfSXxTc2yOC5nLyo8K3pCgAoo1Y986gdx66qrG8P1ghlAw9YHaGkIsUQR0zSXwb8To1Lp2avEaBWUZx-yYuxWUJuErQLybJp0S4w4n-cVRagP5Ziad0NJJA0Dr1mNGKbhHzu7CHA7AOtCVJ1LLaNwMOdI9_pkGcdFi6EHJdDH27yQlaTbR_BN0QJ4yLbShZJ_wHcNb-yRo2rD1FGELOEGAG3RyNL2gGI2DaKtMSeF90geq81uU9AEz0420uPN7l1O-4jpC_o4gKrnu3PP0TR_MSoTQ8FoHAWioP4F-Wa-DA';

function problemOf(text: string): string {
  const decoded = decodeLesson(text);
  return decoded.ok ? 'none' : `${decoded.error.kind}: ${decoded.error.message}`;
}

describe('the link of a lesson', () => {
  it.each(LESSON_IDS)('brings "%s" back', (id) => {
    const lesson = findLesson(id);
    if (!lesson.ok) throw new Error(lesson.error);
    const { fragment, characters } = encodeLesson(lesson.value);
    expect(characters).toBe(fragment.length);
    expect(decodeLesson(`https://example.org/watchmen/#${fragment}`)).toEqual(lesson);
  });

  it('of version 1 is read as it was meant', () => {
    expect(decodeLesson(EARLY)).toEqual({ ok: true, value: SMALL_LESSON });
  });

  it('has at most 1,500 characters for ten short notes', () => {
    const notes = Array.from({ length: 10 }, (_, i) => ({
      time: 101_337_011 + i * 7_919_333,
      step: 230_000 + i * 17_011,
      text: `Note ${i}: replica ${i % 3} waits ${'for the busy manager and its answer'.slice(i)}.`,
      bookmark: i === 0 ? null : i,
    }));
    const runs = [{ scenario: { ...defaultScenario(), seed: 12 }, notes }];
    const lesson = lessonFromNotes({ title: 'Who waits for whom?', language: 'en', runs });
    if (!lesson.ok) throw new Error(lesson.error);
    const { characters, long } = encodeLesson(lesson.value);
    expect(characters).toBeLessThanOrEqual(COMFORTABLE_LINK);
    expect(long).toBe(false);
  });

  it('says of a whole lesson that it is long', () => {
    const lesson = findLesson('evaluation');
    expect(lesson.ok && encodeLesson(lesson.value).long).toBe(true);
  });

  it('is told from the link of a scenario', () => {
    expect(isLessonLink(`#${link}`)).toBe(true);
    expect(isLessonLink(encodeLink({ scenario: defaultScenario(), view: {} }))).toBe(false);
    expect(problemOf('')).toMatch(/^unknown/);
    expect(problemOf(encodeLink({ scenario: defaultScenario(), view: {} }))).toMatch(/^unknown/);
  });
});

describe('a damaged or hostile link', () => {
  it('is noticed wherever a character is changed', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: link.length - 4 }).map((i) => i + 3),
        fc.constantFrom('A', 'b', 'Z', '0', '9', '-', '_', '%', '.', ' '),
        (at, character) => {
          if (link[at] === character) return;
          const changed = link.slice(0, at) + character + link.slice(at + 1);
          expect(decodeLesson(changed).ok).toBe(false);
        },
      ),
    );
  });

  it('is noticed wherever it is cut', () => {
    for (let length = 0; length < link.length; length++) {
      expect(decodeLesson(link.slice(0, length)).ok).toBe(false);
    }
  });

  it('of a newer version says so', () => {
    expect(problemOf(seal('l2.', deflateChecked(strToU8('{}'), new Uint8Array())))).toMatch(
      /^newer/,
    );
  });

  it('that unpacks without end is stopped', () => {
    const bomb = deflateChecked(new Uint8Array(8_000_000), new Uint8Array());
    expect(problemOf(seal('l1.', bomb))).toMatch(/^too-large/);
  });

  it.each(['', '{}', 'null', '{"watchmen-lesson":1}', '\u0000'])(
    'with %j in it is no lesson',
    (text) => {
      const code = deflateChecked(strToU8(text), new Uint8Array());
      expect(problemOf(seal('l1.', code))).toMatch(/^(?:invalid|damaged)/);
    },
  );

  it('never throws, whatever is in it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.string({ maxLength: 40 }), (bytes, text) => {
        expect(decodeLesson(seal('l1.', bytes)).ok).toBe(false);
        expect(decodeLesson(`l1.${text}`).ok).toBe(false);
        expect(decodeLesson(text).ok).toBe(false);
      }),
    );
  });
});
