import { SaxesParser } from 'saxes'
import type { FeedRecord } from '#server/domain/catalogs/feeds/feed-check.ts'
import { attributeNamed } from './header.ts'
import { UnreadableFeed } from './unreadable-feed.ts'

const products = new Set(['item', 'entry'])

/** How long the text of one product may be. */
const longestRecord = 2 ** 20

/** Atom's names of fields that feeds of products name differently. */
const ofAtom: Readonly<Record<string, string>> = { summary: 'description', content: 'description' }

/** The namespace of product attributes, whose prefix is usually g. */
const productNamespace = 'http://base.google.com/ns/1.0'

/** The parts of attributes that XML has as elements, in the order in which a text has them. */
const orderedParts: Readonly<Record<string, readonly string[]>> = {
  shipping: ['country', 'region', 'service', 'price'],
  tax: ['country', 'region', 'rate', 'tax_ship'],
}

type Values = Record<string, string | string[]>

/** A product while it is read. */
interface OpenProduct {
  readonly line: number
  readonly depth: number
  /** Values of elements with a prefix, which win over those without one. */
  readonly named: Values
  readonly plain: Values
  size: number
}

/** Yields the products of an RSS or Atom file, some at a time. Throws `UnreadableFeed`. */
export async function* xmlRecords(text: AsyncIterable<string>, lines: boolean): AsyncGenerator<readonly FeedRecord[]> {
  const reader = new ProductReader(lines)
  for await (const part of text) {
    reader.parser.write(part)
    yield reader.taken()
  }
  reader.parser.close()
  yield reader.taken()
  reader.end()
}

class ProductReader {
  readonly parser = new SaxesParser({ xmlns: false, position: true })
  readonly #lines: boolean
  #records: FeedRecord[] = []
  #open: OpenProduct | undefined
  #depth = 0
  #text = ''
  /** The parts of an element with elements within it, such as `shipping`. */
  #parts: [name: string, text: string][] = []
  readonly #prefixes = new Set(['g'])
  #root = ''
  #count = 0

  constructor(lines: boolean) {
    this.#lines = lines
    const { parser } = this
    parser.on('error', ({ message }) => {
      throw new UnreadableFeed('MALFORMED_XML', `The file is no well-formed XML: ${message.slice(0, 200)}`)
    })
    parser.on('opentag', ({ name, attributes }) => this.#opened(name, attributes as Record<string, string>))
    parser.on('closetag', ({ name }) => this.#closed(name))
    parser.on('text', (text) => this.#add(text))
    parser.on('cdata', (text) => this.#add(text))
  }

  /** Returns the products that were read since the last call. */
  taken(): readonly FeedRecord[] {
    const records = this.#records
    this.#records = []
    return records
  }

  /** Throws where the file has no products at all. */
  end(): void {
    if (this.#count > 0) return
    const reason = `The feed has no products: there is no item or entry in its element ${this.#root}.`
    throw new UnreadableFeed('FEED_TOO_SMALL', reason)
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#depth++
    this.#text = ''
    if (this.#open === undefined) {
      this.#root ||= name
      for (const key in attributes)
        if (key.startsWith('xmlns:') && attributes[key] === productNamespace)
          this.#prefixes.add(key.slice('xmlns:'.length))
      if (!products.has(name)) return
      this.#count++
      this.#open = { line: this.parser.line, depth: this.#depth, named: {}, plain: {}, size: 0 }
    } else if (this.#depth === this.#open.depth + 1) {
      this.#parts = []
      if (name === 'link' && attributes.href !== undefined) addTo(this.#open.plain, 'link', attributes.href)
    }
  }

  #closed(name: string): void {
    const open = this.#open
    const depth = this.#depth--
    const text = this.#text.trim()
    this.#text = ''
    if (open === undefined) return
    if (depth === open.depth) {
      this.#records.push({ attributes: { ...open.plain, ...open.named }, line: this.#lines ? open.line : null })
      this.#open = undefined
    } else if (depth > open.depth + 1) this.#parts.push([this.#attributeOf(name).name, text])
    else {
      const { name: attribute, prefix } = this.#attributeOf(name)
      const value = this.#parts.length > 0 ? joined(attribute, this.#parts) : text
      if (value === '' || (prefix !== '' && !this.#prefixes.has(prefix))) return
      addTo(prefix === '' ? open.plain : open.named, ofAtom[attribute] ?? attribute, value)
    }
  }

  #attributeOf(name: string): { readonly name: string; readonly prefix: string } {
    const colon = name.indexOf(':')
    return { name: attributeNamed(name.slice(colon + 1)), prefix: colon === -1 ? '' : name.slice(0, colon) }
  }

  #add(text: string): void {
    if (this.#open === undefined) return
    this.#open.size += text.length
    if (this.#open.size > longestRecord) {
      throw new UnreadableFeed('MALFORMED_XML', `A product has more than ${longestRecord} characters.`)
    }
    this.#text += text
  }
}

/** Joins the parts of an attribute as a text has them: a part that is missing leaves its colon. */
function joined(attribute: string, parts: readonly (readonly [name: string, text: string])[]): string {
  const order = orderedParts[attribute]
  if (order === undefined) return parts.map(([, text]) => text).join(':')
  const texts = new Map(parts)
  return order.map((name) => texts.get(name) ?? '').join(':')
}

function addTo(values: Values, name: string, value: string): void {
  const before = values[name]
  values[name] = before === undefined ? value : [before, value].flat()
}
