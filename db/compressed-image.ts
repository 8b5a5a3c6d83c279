import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'

/** Bytes of an image; larger ones stay uncompressed: compressing 100 MB takes longer than a snapshot may. */
export const largestCompressed = 8 * 2 ** 20

/** A database image in memory, compressed when that pays off. */
export interface StoredImage {
  /** Bytes that it takes in memory. */
  readonly bytes: number
  /** Returns the image as `serialize()` made it. */
  image(): Buffer
  /** Tells it that nobody needs it any more. */
  discard?(): void
}

/** Stores an image compressed. Pages are half empty and similar: zstd needs a few milliseconds and leaves a tenth. */
export function compressImage(image: Buffer): StoredImage {
  if (image.length > largestCompressed) return { bytes: image.length, image: () => image }
  const compressed = zstdCompressSync(image)
  let cached = new WeakRef(image)
  return {
    bytes: compressed.length,
    // Returns one buffer as long as it is in use: resetting a world to the same buffer is a rollback, not a reopening.
    image() {
      const live = cached.deref()
      if (live !== undefined) return live
      const fresh = zstdDecompressSync(compressed)
      cached = new WeakRef(fresh)
      return fresh
    },
  }
}

/** Stores an image that is shared with others and so takes no memory of its own. */
export const sharedImage = (image: Buffer): StoredImage => ({ bytes: 0, image: () => image })
