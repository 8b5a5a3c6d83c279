import type { Description, Schema } from '#openapi/description.ts'
import { flattened } from '#openapi/shape.ts'
import type { Random } from './random.ts'
import type { StrangeValues } from './values.ts'

const deepest = 8

/** Makes values as schemas want them, with something strange in them every now and then. */
export class Bodies {
  readonly #random: Random
  readonly #strange: StrangeValues
  /** Ids that answers have told. */
  readonly ids: string[] = ['549755885262', '1', '0', '999999999999']

  constructor(random: Random, strange: StrangeValues) {
    this.#random = random
    this.#strange = strange
  }

  /**
   * A value.
   *
   * @param mischief One value in so many is strange.
   */
  of(document: Description, described: Schema, mischief: number, depth = 0): unknown {
    const random = this.#random
    if (random.oneIn(mischief)) return this.#strange.value()
    const schema = flattened(document, described)
    if (depth > deepest) return null
    if (schema.example !== undefined && random.oneIn(2)) return schema.example
    if (schema.enum !== undefined) return random.of(schema.enum)
    if (schema.nullable && random.oneIn(6)) return null
    if (schema.oneOf !== undefined) return this.of(document, random.of(schema.oneOf), mischief, depth + 1)
    if (schema.allOf !== undefined) {
      return Object.assign({}, ...schema.allOf.map((part) => this.of(document, part, mischief, depth + 1)))
    }
    if (schema.type === 'object') return this.#object(document, schema, mischief, depth)
    if (schema.type === 'array') {
      const length = random.oneIn(20) ? 40 : (schema.minItems ?? 0) + random.upTo(3)
      return Array.from({ length }, () => this.of(document, schema.items ?? {}, mischief, depth + 1))
    }
    return this.#scalar(schema)
  }

  #object(document: Description, schema: Schema, mischief: number, depth: number): unknown {
    const made: Record<string, unknown> = {}
    const { properties = {}, required = [], additionalProperties } = schema
    const share = 1 + this.#random.upTo(4)
    for (const [name, property] of Object.entries(properties)) {
      const isPresent = required.includes(name) ? !this.#random.oneIn(mischief * 2) : this.#random.oneIn(share)
      if (isPresent) made[name] = this.of(document, property, mischief, depth + 1)
    }
    if (typeof additionalProperties === 'object') {
      made[this.#strange.text()] = this.of(document, additionalProperties, mischief, depth + 1)
    }
    if (this.#random.oneIn(mischief)) made[this.#strange.text()] = this.#strange.value()
    return made
  }

  #scalar({ type, format, minimum = 0, maximum = 1_000_000, pattern }: Schema): unknown {
    const random = this.#random
    if (type === 'integer') return minimum + random.upTo(Math.max(1, Math.min(maximum - minimum + 1, 2 ** 31)))
    if (type === 'number') return minimum + random.upTo(1000) / 8
    if (type === 'boolean') return random.oneIn(2)
    if (format === 'date') return random.of(['2026-06-01', '2026-05-01', '1970-01-01'])
    if (format === 'date-time') return '2026-06-01T12:00:00Z'
    if (pattern?.includes('\\d')) return random.of(this.ids)
    return random.of([this.#strange.text(), 'Summer', random.of(this.ids), 'https://example.com/x'])
  }
}
