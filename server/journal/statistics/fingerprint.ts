/**
 * Returns a number of 53 bits for a text after another one: equal for equal texts, and for others by a chance of one in
 * nine quadrillions (cyrb53). A detector remembers it in place of bodies.
 *
 * @param after The fingerprint of the text before it.
 */
export function fingerprint(text: string, after = 0): number {
  let one = 0xdeadbeef ^ (after >>> 0)
  let other = 0x41c6ce57 ^ (after / 2 ** 32)
  for (let index = 0; index < text.length; index++) {
    const character = text.charCodeAt(index)
    one = Math.imul(one ^ character, 0x9e3779b1)
    other = Math.imul(other ^ character, 0x5f356495)
  }
  // The end of a text counts: 'a' and 'b' are not 'ab' and ''.
  one = Math.imul(one ^ text.length, 0x85ebca6b)
  other = Math.imul(other ^ text.length, 0xc2b2ae35)
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35)
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  return 2 ** 32 * (2097151 & other) + (one >>> 0)
}
