import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JPEG, pngOf } from '../../testing/files.ts';
import { imageSize } from './image-size.ts';

describe('the size of a picture', () => {
  it('is read from its header', () => {
    expect(imageSize(pngOf(640, 480), 'image/png')).toEqual({ width: 640, height: 480 });
    expect(imageSize(JPEG, 'image/jpeg')).toEqual({ width: 60, height: 40 });
  });

  it('ends with an answer for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (noise, cut) => {
        for (const [type, start] of [
          ['image/png', pngOf()],
          ['image/jpeg', JPEG],
        ] as const) {
          const bytes = Buffer.concat([start.subarray(0, cut), noise]);
          const size = imageSize(bytes, type);
          expect(size === null || (size.width >= 0 && size.height >= 0)).toBe(true);
        }
      }),
    );
  });
});
