/**
 * The line on which every impression has a position, which its part of a breakdown follows from. Positions of impressions
 * one after another lie far apart, as the golden ratio places them: a part has its share of any hundred.
 */
export const lineLength = 2 ** 20

const step = 648_055

/** Returns the position of the nth thing on the line, from 1 on. */
export const positionOf = (nth: number, offset: number): number => (Math.imul(step, nth) + offset) & (lineLength - 1)

/** Returns how many of the first things lie before a bound on the line. */
export function countBefore(bound: number, things: number, offset: number): number {
  if (bound >= lineLength) return things
  if (bound <= 0 || things <= 0) return 0
  const start = step + offset
  // Each run of as many things as the line is long has one thing at each position.
  const rest = things % lineLength
  const runs = (things - rest) / lineLength
  return runs * bound + rest + wraps(rest, start) - wraps(rest, start + lineLength - bound)
}

/** Returns the sum of `floor((step × i + start) / lineLength)` over the i from 0 up to a number: Euclid's algorithm. */
function wraps(number: number, start: number): number {
  let [n, m, a, b, sum] = [number, lineLength, step, start, 0]
  for (;;) {
    sum += ((n * (n - 1)) / 2) * Math.floor(a / m) + n * Math.floor(b / m)
    a %= m
    b %= m
    const most = a * n + b
    if (most < m) return sum
    n = Math.floor(most / m)
    b = most % m
    ;[m, a] = [a, m]
  }
}
