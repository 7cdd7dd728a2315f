import { GHOST_OPACITY, ON_RES, THEMES } from './theme.ts';
import type { Theme, ThemeName } from './theme.ts';

function declarations(theme: Partial<Theme>, indent: string): string {
  return Object.entries(theme)
    .map(([name, colour]) => `${indent}--${name}: ${colour};`)
    .join('\n');
}

function block(selector: string, theme: ThemeName, indent = ''): string {
  const body = `${declarations(THEMES[theme], `${indent}  `)}\n${indent}  --ghost: ${GHOST_OPACITY[theme]};`;
  const scheme = theme === 'dark' ? 'dark' : 'light';
  return `${indent}${selector} {\n${indent}  color-scheme: ${scheme};\n${body}\n${indent}}\n`;
}

/** The text that `tokens.css` must hold: every palette as custom properties under `[data-theme=…]`. */
export function tokensCss(): string {
  const hues = declarations(ON_RES, '    ');
  // With more contrast wanted the hull is white, so its hues must stay those of the page.
  const onRes = `@media not (prefers-contrast: more) {\n  [data-theme='light'] .onres {\n${hues}\n  }\n}\n`;
  const contrast = block(':root,\n  [data-theme]', 'projector', '  ');
  return [
    '/* Generated from theme.ts; after a change there run `npx vitest run src/draw/theme.test.ts -u`. */\n',
    block(":root,\n[data-theme='light']", 'light'),
    block("[data-theme='dark']", 'dark'),
    block("[data-theme='projector']", 'projector'),
    onRes,
    `@media (prefers-contrast: more) {\n${contrast}}\n`,
  ].join('\n');
}
