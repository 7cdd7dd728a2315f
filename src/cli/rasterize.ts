import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import type { RenderedImage } from '@resvg/resvg-js';

const { resolve } = createRequire(import.meta.url);

/** The faces of the page, which is not there to lend them. */
const FONT_FILES = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
  '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
  '@expo-google-fonts/jetbrains-mono/600SemiBold/JetBrainsMono_600SemiBold.ttf',
];

/** An SVG document in pixels, `scale` of them per CSS pixel. */
export function rasterize(svg: string, scale: number): RenderedImage {
  const font = {
    loadSystemFonts: false,
    fontFiles: FONT_FILES.map((name) => resolve(name)),
    defaultFontFamily: 'Inter',
  };
  return new Resvg(withKnownFaces(svg), { fitTo: { mode: 'zoom', value: scale }, font }).render();
}

/** The renderer knows neither lists of faces nor weights between the hundreds. */
function withKnownFaces(svg: string): string {
  return svg
    .replaceAll(/font-family="([^"]*)"/g, (_, faces: string) =>
      faces.includes('Mono') ? 'font-family="JetBrains Mono"' : 'font-family="Inter"',
    )
    .replaceAll(
      /font-weight="(\d+)"/g,
      (_, weight) => `font-weight="${faceWeight(Number(weight))}"`,
    );
}

/** The weight of the nearest file. */
function faceWeight(weight: number): number {
  if (weight < 500) return 400;
  return weight < 700 ? 600 : 700;
}
