import type { Plugin } from 'vite';

/**
 * What the page may load, and from where: its own files and nothing else. `blob:` and `data:` are
 * pictures and films that the page makes itself. `frame-ancestors` works in a header alone and is told
 * in docs/hosting.md.
 */
const HOSTED = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  'media-src blob:',
  "connect-src 'self'",
  // The dialog that shares the page shows it in a frame.
  "frame-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** A page in one file brings its scripts and styles along, and speaks with nobody. */
const SINGLE = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  "frame-src 'self'",
  'img-src blob: data:',
  'media-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
];

/** Writes the content security policy into the built page; the page under development has none. */
export function contentSecurity({ single }: { readonly single: boolean }): Plugin {
  return {
    name: 'content-security',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: {
            'http-equiv': 'Content-Security-Policy',
            content: (single ? SINGLE : HOSTED).join('; '),
          },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
