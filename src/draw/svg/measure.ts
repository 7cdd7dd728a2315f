/**
 * Advance widths of Inter at weight 600 from the space to the tilde, in thousandths of the font size:
 * where there is no page to measure text, pictures still need to know where a label ends.
 */
const INTER_600 =
  '252,321,523,644,650,1004,663,326,373,373,540,673,319,465,319,379,660,423,623,636,666,612,640,576,640,640,319,329,673,673,673,543,999,728,659,737,722,605,588,749,746,277,580,703,565,922,759,769,645,773,652,650,660,736,728,1020,720,713,652,373,379,373,481,469,351,574,624,583,624,591,389,625,612,262,262,569,262,900,612,609,624,624,397,549,353,612,587,839,569,588,566,455,359,455,673'
    .split(',')
    .map(Number);

/** Characters beyond ASCII that labels have: middle dot, micro, thin space, en dash, arrow, minus. */
const OTHERS = new Map([
  ['\u00B7', 319],
  ['\u00B5', 614],
  ['\u202f', 166],
  ['\u2013', 500],
  ['\u2192', 954],
  ['\u2212', 673],
]);

const MONO = 600;
const UNKNOWN = 640;
const FIRST = 32;

/** Width of `text` at `fontPx` in CSS px: that of Inter, whose lighter weights are a little narrower, or of a monospaced face. */
export function measureText(text: string, fontPx: number, mono: boolean): number {
  let sum = 0;
  for (const letter of text) {
    const known = INTER_600[(letter.codePointAt(0) ?? 0) - FIRST] ?? OTHERS.get(letter) ?? UNKNOWN;
    sum += mono ? MONO : known;
  }
  return (sum * fontPx) / 1000;
}
