import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Larger images are kept as they are: packing 100 MB takes longer than anybody waits for a snapshot. */
const largestPacked = 8 * 2 ** 20

/** A database image that is kept: packed when it is worth it. */
export interface StoredImage {
  /** How many bytes it takes while it is kept. */
  readonly bytes: number
  /** The image, as `serialize()` gave it. */
  image(): Buffer
}

/** Keeps an image. Its pages are half empty and much alike: zstd makes a tenth of them in a few milliseconds. */
export function compressImage(image: Buffer): StoredImage {
  if (image.length > largestPacked) return { bytes: image.length, image: () => image }
  const packed = zstdCompressSync(image)
  let unpacked: WeakRef<Buffer> | undefined
  return {
    bytes: packed.length,
    // The same one as long as somebody works with it: a world goes back to that image without being opened anew.
    image() {
      const known = unpacked?.deref()
      if (known !== undefined) return known
      const fresh = zstdDecompressSync(packed)
      unpacked = new WeakRef(fresh)
      return fresh
    },
  }
}

/** Keeps an image that others keep too, at no cost. */
export const sharedImage = (image: Buffer): StoredImage => ({ bytes: 0, image: () => image })
