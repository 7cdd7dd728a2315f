import { VitePWA } from 'vite-plugin-pwa';

/** Alphabets that no word of the page is in; what a person writes in them comes from the network. */
const OTHER_ALPHABETS = /-(?:cyrillic|cyrillic-ext|greek|greek-ext|vietnamese)-/u;

/**
 * Keeps the built page in the browser that has opened it. Each build is a version of its own: its files
 * carry their hash in their names, and what an older one kept is cleared away.
 */
export function offline({ disable }: { readonly disable: boolean }): ReturnType<typeof VitePWA> {
  return VitePWA({
    disable,
    // The page says that there is a new version, and the person chooses when.
    registerType: 'prompt',
    injectRegister: false,
    manifest: {
      name: 'Watchmen',
      short_name: 'Watchmen',
      description:
        'A laboratory for redundant multithreading as an operating system service: replicas, rendezvous and what they cost.',
      display: 'standalone',
      start_url: './',
      scope: './',
      background_color: '#ffffff',
      theme_color: '#ffffff',
      icons: [
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{html,js,css,woff2,svg,json}'],
      // Only first visits see them.
      globIgnores: ['assets/still-*.html'],
      manifestTransforms: [
        (entries) => ({ manifest: entries.filter(({ url }) => !OTHER_ALPHABETS.test(url)) }),
      ],
      cleanupOutdatedCaches: true,
      // The scenario is in the fragment, settings of the page in the query: both are the same file.
      ignoreURLParametersMatching: [/./u],
    },
  });
}
