/** Returns a number of bytes as people read it. */
export function bytesText(bytes: number): string {
  if (bytes < 2 ** 20) return `${Math.ceil(bytes / 2 ** 10)} KiB`
  return `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 24 ? 1 : 0)} MiB`
}

/** Returns a number of things with their name: `1 call`, `2 calls`. */
export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`

/** Returns a moment of ISO 8601 to the second, in UTC. */
export const momentText = (iso: string): string => iso.slice(0, 19).replace('T', ' ')
