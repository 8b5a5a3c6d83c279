import fc from '#test/support/fast-check.ts'
import type { Random } from './random.ts'

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)

const known: readonly unknown[] = [
  null,
  true,
  false,
  '',
  0,
  -0,
  -1,
  0.1,
  1e-320,
  1e308,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 63),
  '9223372036854775808',
  '999999999999999999999999',
  'null',
  'undefined',
  'NaN',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '\0',
  'a\0b',
  '\uD800',
  '\uFEFF',
  '\u202E',
  '👩‍👩‍👧‍👦',
  'İ',
  "'; DROP TABLE campaigns; --",
  '" OR 1=1',
  '%00',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  '<script>alert(1)</script>',
  'x'.repeat(100_000),
  ' '.repeat(1000),
  '2026-02-30',
  '9999-12-31T23:59:59Z',
  '-PT1S',
  'P99999999999999999999D',
  `P${'9'.repeat(400)}D`,
  [],
  [null],
  [[]],
  {},
  { __proto__: null, length: 1e9 },
  { toString: 1, valueOf: 2 },
  { $ref: '#' },
  { type: { type: {} } },
  nested(50),
  nested(3000),
  Array.from({ length: 300 }, (_, index) => index),
  Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`key${index}`, index])),
]

/** Values that a client may well send and nobody expects. */
export class StrangeValues {
  readonly #random: Random
  readonly #drawn: readonly unknown[]
  readonly #texts: readonly string[]

  constructor(random: Random, seed: number) {
    this.#random = random
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme' }))
    this.#texts = fc.sample(texts, { numRuns: 300, seed })
    this.#drawn = fc.sample(fc.oneof(fc.jsonValue({ maxDepth: 4 }), fc.double(), fc.maxSafeInteger()), {
      numRuns: 600,
      seed,
    })
  }

  /** Any value of JSON. */
  value(): unknown {
    return this.#random.oneIn(2) ? this.#random.of(known) : this.#random.of(this.#drawn)
  }

  text(): string {
    if (this.#random.oneIn(2)) return this.#random.of(this.#texts)
    const value = this.value()
    return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 3000)
  }
}
