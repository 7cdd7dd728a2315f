import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
/** These are pressed already. */
const PRESSED = new Set(['.woff2']);

/** A built page on a local server. */
export interface Site {
  readonly address: string;
  /** How many requests came since this was last asked. */
  readonly takeRequests: () => number;
  readonly close: () => Promise<void>;
}

interface Served {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Like a host that presses files beforehand and sends the headers of docs/hosting.md. */
function serve(folder: string, path: string): Served {
  const extension = extname(path);
  const raw = readFileSync(join(folder, path));
  const pressed = !PRESSED.has(extension);
  return {
    headers: {
      'Content-Type': TYPES[extension] ?? 'application/octet-stream',
      'Cache-Control': path.startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      'Content-Security-Policy': 'frame-ancestors *',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...(pressed && { 'Content-Encoding': 'gzip' }),
    },
    body: pressed ? gzipSync(raw, { level: 9 }) : raw,
  };
}

/** Serves what was built into `folder` on this machine alone, from memory. */
export async function openSite(folder: string, port: number): Promise<Site> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length));
  const files = new Map(paths.map((path) => [path, serve(folder, path)]));
  let requests = 0;
  const server = createServer(({ url = '/' }, response) => {
    requests += 1;
    const file = files.get(new URL(url, 'http://localhost').pathname.slice(1) || 'index.html');
    response.writeHead(file === undefined ? 404 : 200, file?.headers).end(file?.body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    takeRequests: () => {
      const taken = requests;
      requests = 0;
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
