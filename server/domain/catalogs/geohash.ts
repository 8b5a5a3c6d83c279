const digits = '0123456789bcdefghjkmnpqrstuvwxyz'
const bitsOfDigit = 5

/** Returns the geohash of a place: the cell of the earth that it is in, the smaller the longer the text is. */
export function geohashOf(latitude: number, longitude: number, length: number): string {
  const axes = [
    { value: longitude, low: -180, high: 180 },
    { value: latitude, low: -90, high: 90 },
  ] as const
  const ranges = axes.map((axis) => ({ ...axis }))
  const bits = Array.from({ length: length * bitsOfDigit }, (_, index) => {
    const range = ranges[index % ranges.length] as { value: number; low: number; high: number }
    const middle = (range.low + range.high) / 2
    const isUpper = range.value >= middle
    if (isUpper) range.low = middle
    else range.high = middle
    return isUpper ? 1 : 0
  })
  return Array.from({ length }, (_, index) => {
    const part = bits.slice(index * bitsOfDigit, (index + 1) * bitsOfDigit)
    return digits[part.reduce<number>((sum, bit) => sum * 2 + bit, 0)]
  }).join('')
}
