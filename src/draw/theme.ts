/**
 * Colours as data: canvases read them here, the page reads the same values from `tokens.css`, which
 * is generated from this table. Contrast is checked by `theme.test.ts` for every row that carries meaning.
 */

/** The complete palettes. */
export const THEME_NAMES = ['light', 'dark', 'projector'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

/** Token to its colour in light, dark and projector. Suffix `-t` = tint fill, `-x` = text of that hue, `on-` = digit on the fill. */
const TABLE = {
  bg: ['#f5f5f1', '#0f1319', '#ffffff'],
  panel: ['#fcfcfa', '#161b23', '#ffffff'],
  sunk: ['#f4f4f1', '#11161d', '#f3f3f3'],
  line: ['#deded7', '#29303b', '#c4c4c4'],
  'line-2': ['#b9bab3', '#4a5362', '#8a8a8a'],
  ink: ['#171c26', '#f0f2f5', '#000000'],
  'ink-2': ['#434a57', '#c0c7d2', '#22262e'],
  'ink-3': ['#626976', '#939dac', '#454b55'],
  r0: ['#0d52a0', '#4e92e6', '#00468c'],
  r1: ['#2a9677', '#66b59c', '#0f7d5f'],
  r2: ['#c765b0', '#d9b1e5', '#c759ac'],
  r3: ['#6b7a12', '#b9c55a', '#5c6a08'],
  r4: ['#5a4fc0', '#9a90f0', '#4a3fb0'],
  r5: ['#1387a6', '#55bfdc', '#0a6f8b'],
  r6: ['#8f6248', '#c79a80', '#80502f'],
  'on-r0': ['#ffffff', '#081019', '#ffffff'],
  'on-r1': ['#0b1614', '#081310', '#ffffff'],
  'on-r2': ['#170b14', '#150a19', '#000000'],
  'on-r3': ['#ffffff', '#10130a', '#ffffff'],
  'on-r4': ['#ffffff', '#0b0a18', '#ffffff'],
  'on-r5': ['#031016', '#06131a', '#ffffff'],
  'on-r6': ['#ffffff', '#150d08', '#ffffff'],
  'r0-t': ['#dbe6f2', '#1b2d45', '#d5e3f2'],
  'r1-t': ['#d9ece5', '#1c362f', '#d3ece3'],
  'r2-t': ['#f5e3f0', '#382c40', '#f6def0'],
  'r3-t': ['#ecefd5', '#32361b', '#e9eecb'],
  'r4-t': ['#e4e2f6', '#2b2848', '#dedbf6'],
  'r5-t': ['#d6ebf1', '#173641', '#cfe8ef'],
  'r6-t': ['#f0e5de', '#3a2b22', '#f0e1d6'],
  'r0-x': ['#0d52a0', '#8fbcf5', '#00468c'],
  'r1-x': ['#17694f', '#83cdb5', '#0a5f48'],
  'r2-x': ['#94367e', '#dfbdea', '#8a2a74'],
  'r3-x': ['#525e08', '#c9d472', '#48530a'],
  'r4-x': ['#4c41ae', '#b5adf7', '#42379f'],
  'r5-x': ['#0b5f77', '#7dd0e8', '#07566c'],
  'r6-x': ['#784d34', '#dcb39b', '#6b4124'],
  sig: ['#c07606', '#fbb04a', '#b26a00'],
  'sig-t': ['#fcf0dc', '#3a2c16', '#fdebcb'],
  'sig-x': ['#8a5300', '#fbbd68', '#7c4a00'],
  fault: ['#b00238', '#f4485a', '#a80033'],
  'fault-t': ['#fbe3e8', '#43191f', '#fbdde4'],
  'fault-x': ['#a30033', '#ff8f9a', '#98002e'],
  kern: ['#5a616e', '#7c8595', '#4a515d'],
  'kern-t': ['#e3e5e8', '#2a313c', '#dfe1e5'],
  work: ['#2e3646', '#b4bdca', '#20262f'],
  'work-on': ['#f2f4f7', '#0f1319', '#ffffff'],
  'work-t': ['#e6e7ea', '#2c333e', '#e3e4e8'],
  'res-fill': ['#171c26', '#2b3340', '#ffffff'],
  'res-hull': ['#171c26', '#e8ebf0', '#000000'],
  'res-on': ['#f2f4f7', '#f6f7f9', '#000000'],
  'res-2': ['#abb4c3', '#bac2ce', '#33383f'],
  'res-3': ['#3a4353', '#4c5666', '#9a9fa8'],
  'res-gap': ['#fcfcfa', '#161b23', '#ffffff'],
  sel: ['#171c26', '#f0f2f5', '#000000'],
} as const satisfies Record<string, readonly [string, string, string]>;

/** Name of a colour token; `--<name>` in CSS. */
export type TokenName = keyof typeof TABLE;

/** All token names in table order. */
export const TOKEN_NAMES = Object.keys(TABLE) as readonly TokenName[];

/** A colour, as canvas and CSS take it, for every token. */
export type Theme = Readonly<Record<TokenName, string>>;

/** Opacity of what lies in the future or is away. */
export const GHOST_OPACITY: Readonly<Record<ThemeName, number>> = {
  light: 0.34,
  dark: 0.38,
  projector: 0.4,
};

function palette(column: 0 | 1 | 2): Theme {
  return Object.fromEntries(TOKEN_NAMES.map((name) => [name, TABLE[name][column]])) as Theme;
}

/** The palettes by name. */
export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: palette(0),
  dark: palette(1),
  projector: palette(2),
};

const DARK_HUES = [
  'r0',
  'r1',
  'r2',
  'r3',
  'r4',
  'r5',
  'r6',
  'on-r0',
  'on-r1',
  'on-r2',
  'on-r3',
  'on-r4',
  'on-r5',
  'on-r6',
  'r3-t',
  'r4-t',
  'r5-t',
  'r6-t',
  'r0-x',
  'r1-x',
  'r2-x',
  'r3-x',
  'r4-x',
  'r5-x',
  'r6-x',
  'ink-3',
  'sig',
  'sig-t',
  'sig-x',
  'fault',
  'fault-t',
  'fault-x',
  'kern',
  'kern-t',
] as const satisfies readonly TokenName[];

/** What changes inside the resilient hull of the light theme, whose body is dark. */
export const ON_RES: Partial<Theme> = {
  ...Object.fromEntries(DARK_HUES.map((name) => [name, TABLE[name][1]])),
  'r0-t': '#1f344f',
  'r1-t': '#1f3d36',
  'r2-t': '#3e3147',
  work: '#c9d0da',
  'work-on': '#12161d',
  line: '#333c4b',
  'line-2': '#566072',
};

/**
 * The palette for forced colours: fills become the system's canvas, strokes its text colour, so that
 * texture, shape and words alone carry meaning. System colour keywords are valid on a canvas.
 */
export const FORCED_THEME: Theme = Object.fromEntries(
  TOKEN_NAMES.map((name) => [name, forcedColour(name)]),
) as Theme;

function forcedColour(name: TokenName): string {
  if (name === 'sel') return 'Highlight';
  const fill = /^(bg|panel|sunk|on-|res-fill|res-gap|work-on)|-t$/.test(name);
  return fill ? 'Canvas' : 'CanvasText';
}

/** Colours of replica `id` (0 to 6): fill, digit on it, tint, text. */
export function replicaColours(
  theme: Theme,
  id: number,
): { fill: string; digit: string; tint: string; text: string } {
  const n = (id % 7) as 0 | 1 | 2 | 3 | 4 | 5 | 6;
  return {
    fill: theme[`r${n}`],
    digit: theme[`on-r${n}`],
    tint: theme[`r${n}-t`],
    text: theme[`r${n}-x`],
  };
}

/** Typefaces of canvases; the page loads them. */
export const FONT_TEXT = '"Inter Variable", system-ui, sans-serif';
/** For identifiers, cycles, time and hexadecimal. */
export const FONT_MONO = '"JetBrains Mono Variable", ui-monospace, monospace';
