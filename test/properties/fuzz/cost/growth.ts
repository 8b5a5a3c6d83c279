import type { Random } from '../random.ts'
import type { FuzzRequest } from '../requests.ts'

/** The longest body and the longest target that a server takes. */
const longestBody = 1_000_000
const longestTarget = 15_000

/** Makes requests of requests that take more to answer: longer, deeper, more of the same. */
export class Growth {
  readonly #random: Random

  constructor(random: Random) {
    this.#random = random
  }

  /** The request, with something of it grown. */
  grown(request: FuzzRequest): FuzzRequest {
    const { payload } = request
    if (typeof payload === 'string' && !this.#random.oneIn(4)) return { ...request, payload: this.#text(payload) }
    return this.#random.oneIn(3) ? this.#withHeader(request) : { ...request, url: this.#target(request.url) }
  }

  /** A body, grown as JSON where it is some. */
  #text(text: string): string {
    const value = parsed(text)
    // Deeper than any body of the API: to write it as JSON would take more stack than there is.
    if (value === undefined || (text.match(/[[{]/g) ?? []).length > 5000 || /[[{]{50}/.test(text))
      return this.#repeated(text).slice(0, longestBody)
    const grown = JSON.stringify(this.#value(value, 0))
    return grown.length <= longestBody ? grown : text
  }

  #value(value: unknown, depth: number): unknown {
    const random = this.#random
    if (Array.isArray(value)) {
      if (value.length > 0 && depth < 20 && random.oneIn(2)) return this.#at(value, depth)
      const items = value.length === 0 ? [random.of([0, '', [], {}, null])] : value
      const most = Math.floor((longestBody * items.length) / JSON.stringify(items).length)
      const length = Math.min(items.length * this.#times(), most)
      return Array.from({ length }, (_, index) => items[index % items.length])
    }
    if (value !== null && typeof value === 'object') {
      const names = Object.keys(value)
      if (names.length > 0 && depth < 20 && !random.oneIn(4)) {
        const name = random.of(names)
        return { ...value, [name]: this.#value(Reflect.get(value, name), depth + 1) }
      }
      const more = Array.from({ length: this.#times() * 10 }, (_, index) => [`k${index}`, random.of([0, '', [], {}])])
      return { ...value, ...Object.fromEntries(more) }
    }
    if (typeof value === 'string') return this.#repeated(value)
    return random.of([[value], { a: value }, String(value).slice(0, 20).repeat(this.#times()), Array(100).fill(value)])
  }

  #at(items: readonly unknown[], depth: number): unknown[] {
    const place = this.#random.upTo(items.length)
    return items.map((item, index) => (index === place ? this.#value(item, depth + 1) : item))
  }

  #repeated(text: string): string {
    const unit = text === '' ? this.#random.of(['a', '*a', ',', '"', '\\', '…', 'é', '\n- ', '[', '&a']) : text
    return unit.repeat(Math.min(this.#times() * 4, Math.ceil(longestBody / unit.length)))
  }

  #times(): number {
    return this.#random.of([2, 3, 10, 100, 1000, 20_000])
  }

  #target(url: string): string {
    const [path = '', query] = url.split('?')
    const grown =
      query === undefined || this.#random.oneIn(3)
        ? `${path}${this.#random.of(['/a', 'a', '%61', '//', '?a[0]=1', '?a=*a'])}`.repeat(1)
        : path
    const parameters = (query ?? this.#random.of(['a=1', 'a[]=1', 'path=*a*', 'page_size=250'])).split('&')
    const times = Math.max(1, Math.floor(longestTarget / Math.max(1, parameters.join('&').length)))
    const more = Array.from({ length: Math.min(times, this.#times()) }, (_, index) =>
      this.#random.oneIn(2) ? parameters.join('&') : parameters.map((one) => one.replace('=', `${index}=`)).join('&'),
    )
    return `${grown}?${more.join('&')}`.slice(0, longestTarget)
  }

  #withHeader(request: FuzzRequest): FuzzRequest {
    const random = this.#random
    const name = random.of(['accept-encoding', 'authorization', 'x-mock-fault', 'origin', 'cookie', 'content-type'])
    const unit = random.of(['a,', 'gzip;q=0.5,', ' ', 'Bearer ', 'pina_a~', '[', '{"a":', 'items=1,', '~', '"'])
    return { ...request, headers: { ...request.headers, [name]: unit.repeat(Math.floor(12_000 / unit.length)).trim() } }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
