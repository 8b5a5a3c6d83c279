/**
 * Returns a number of 53 bits for a list of texts: equal for equal lists, and for others by a chance of one in nine
 * quadrillions (cyrb53). A detector remembers it in place of bodies.
 */
export function fingerprint(...texts: readonly string[]): number {
  let [one, other] = [0xdeadbeef, 0x41c6ce57]
  for (const text of texts) {
    for (let index = 0; index < text.length; index++) {
      const character = text.charCodeAt(index)
      one = Math.imul(one ^ character, 0x9e3779b1)
      other = Math.imul(other ^ character, 0x5f356495)
    }
    // The end of each text counts: ['a', 'b'] is not ['ab', ''].
    one = Math.imul(one ^ text.length, 0x85ebca6b)
    other = Math.imul(other ^ text.length, 0xc2b2ae35)
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35)
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  return 2 ** 32 * (2097151 & other) + (one >>> 0)
}
