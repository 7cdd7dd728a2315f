/*
 * Where a person is in a lesson, as the address has it: `lesson=polling&step=3`, steps counted from 1,
 * or `l1.…`, a lesson that is itself in the link, and `&step=3` behind it.
 */

/** A lesson by its id, or by the link that carries it, and a step from 0. */
export interface LessonAddress {
  readonly source: { readonly kind: 'id' | 'link'; readonly text: string };
  /** `null` = where the person was last. */
  readonly step: number | null;
}

/** Reads an address; `null` when it names no lesson. */
export function parseLessonAddress(fragment: string): LessonAddress | null {
  const [, id, link, step] =
    /^(?:lesson=([a-z\d-]{1,80})|(l\d[^&]*))(?:&step=(\d{1,3}))?$/u.exec(fragment) ?? [];
  const at = step === undefined ? null : Math.max(0, Number(step) - 1);
  if (id !== undefined) return { source: { kind: 'id', text: id }, step: at };
  if (link !== undefined) return { source: { kind: 'link', text: link }, step: at };
  return null;
}

/** The address of a step. */
export function lessonAddress({ source, step }: LessonAddress): string {
  const lesson = source.kind === 'id' ? `lesson=${source.text}` : source.text;
  return step === null ? lesson : `${lesson}&step=${step + 1}`;
}
