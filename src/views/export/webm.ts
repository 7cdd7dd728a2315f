import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Output,
  Quality,
  WebMOutputFormat,
} from 'mediabunny';

import { t } from '../../base/language.ts';

/** A video under construction. */
export interface Video {
  /** Appends what is on the canvas now. */
  readonly add: () => Promise<void>;
  readonly finish: () => Promise<ArrayBuffer>;
  readonly cancel: () => Promise<void>;
}

/** A WebM of what is painted on `canvas`, `fps` pictures a second; fails where the browser cannot encode one. */
export async function startVideo(canvas: HTMLCanvasElement, fps: number): Promise<Video> {
  const { width, height } = canvas;
  const format = new WebMOutputFormat();
  const codec = await getFirstEncodableVideoCodec(format.getSupportedVideoCodecs(), {
    width,
    height,
  });
  if (codec === null) {
    throw new Error(t('This browser cannot encode video. Choose GIF, which every browser can.'));
  }
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new CanvasSource(canvas, { codec, quality: new Quality('high') });
  output.addVideoTrack(source, { frameRate: fps });
  await output.start();
  let count = 0;
  return {
    async add() {
      await source.add(count / fps, 1 / fps);
      count += 1;
    },
    async finish() {
      await output.finalize();
      if (target.buffer === null) throw new Error(t('The video could not be written. Choose GIF.'));
      return target.buffer;
    },
    cancel: () => output.cancel(),
  };
}
