import { isObject } from '#server/domain/json-object.ts'

/** Keys whose values are made by a server: ids, and what continues a list or names a report. */
const idKey = /(^|_)ids?$/
const handleKey = /^(bookmark|token)$/

/** What the values of a recording are on the target. */
export class ValueMap {
  readonly #values: Map<string, string>

  /** @param known Values that are known before: the ad account of the recording, most often. */
  constructor(known: Readonly<Record<string, string>> = {}) {
    this.#values = new Map(Object.entries(known))
  }

  /** How many values are known. */
  get size(): number {
    return this.#values.size
  }

  /** Returns a value with what it is on the target: texts, and those in lists, objects and comma-separated texts. */
  apply(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value)
    if (Array.isArray(value)) return value.map((item) => this.apply(item))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [this.text(key), this.apply(inner)]))
  }

  /** Returns a text with what it, or each part between commas, is on the target. */
  text(text: string): string {
    const whole = this.#values.get(text)
    if (whole !== undefined || !text.includes(',')) return whole ?? text
    return text
      .split(',')
      .map((part) => this.#values.get(part) ?? part)
      .join(',')
  }

  /** Returns a path with what its segments are on the target. */
  path(path: string): string {
    return path
      .split('/')
      .map((segment) => encodeURIComponent(this.text(decodeURIComponent(segment))))
      .join('/')
  }

  /** Returns a message with what the ids in it are on the target. */
  message(text: string): string {
    return text.replaceAll(/\d{4,}/g, (id) => this.#values.get(id) ?? id)
  }

  /**
   * Learns from two answers to the same call: where a list goes on and which token a report has; after a write also the
   * ids of what was made.
   */
  learn(recorded: unknown, answered: unknown, isWrite: boolean, key = ''): void {
    if (typeof recorded === 'string' && typeof answered === 'string') {
      const isId = isWrite && idKey.test(key) && /^\d+$/.test(recorded)
      if (recorded !== answered && (isId || handleKey.test(key))) this.#values.set(recorded, answered)
    } else if (Array.isArray(recorded) && Array.isArray(answered)) {
      for (const [index, item] of recorded.entries()) this.learn(item, answered[index], isWrite, key)
    } else if (isObject(recorded) && isObject(answered)) {
      for (const [name, inner] of Object.entries(recorded)) this.learn(inner, answered[name], isWrite, name)
    }
  }
}
