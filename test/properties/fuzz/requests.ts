import {
  type Content,
  type Description,
  operationsIn,
  type Parameter,
  type PlacedOperation,
  resolved,
} from '#openapi/description.ts'
import { Bodies } from './bodies.ts'
import { Random } from './random.ts'
import { StrangeValues } from './values.ts'

/** One request, as it is injected. */
export interface FuzzRequest {
  readonly operation: string
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
}

const headerNames = [
  'accept',
  'accept-encoding',
  'accept-language',
  'content-type',
  'authorization',
  'host',
  'origin',
  'expect',
  'x-mock-token',
  'x-http-method-override',
  'content-encoding',
  'range',
  'if-none-match',
]
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

/** Requests made from the descriptions of a server's calls. */
export class Requests {
  readonly #random: Random
  readonly #strange: StrangeValues
  readonly #bodies: Bodies
  readonly #operations: readonly { readonly document: Description; readonly placed: PlacedOperation; id: string }[]

  /** @param documents Descriptions, each with what stands before its paths. */
  constructor(documents: readonly Description[], seed: number) {
    this.#random = new Random(seed)
    this.#strange = new StrangeValues(this.#random, seed)
    this.#bodies = new Bodies(this.#random, this.#strange)
    this.#operations = documents.flatMap((document) =>
      [...operationsIn(document)].map(([id, placed]) => ({ document, placed, id })),
    )
  }

  /** Every operation's id. */
  get operations(): readonly string[] {
    return this.#operations.map(({ id }) => id)
  }

  /** Remembers the ids in an answer, for paths and bodies to come. */
  learn(answer: string): void {
    for (const [, id = ''] of [...answer.matchAll(/"id":"(\w{1,30})"/g)].slice(0, 5)) {
      if (this.#bodies.ids.length < 200) this.#bodies.ids.push(id)
      else this.#bodies.ids[this.#random.upTo(200)] = id
    }
  }

  /** The next request: about half of them are all but right. */
  next(): FuzzRequest {
    const random = this.#random
    const { document, placed, id } = random.of(this.#operations)
    const mischief = random.of([4, 12, 60, 1_000_000])
    const parameters = (placed.operation.parameters ?? []).map((one) => resolved<Parameter>(document, one))
    const value = ({ schema, example }: Parameter): unknown =>
      example !== undefined && random.oneIn(2) ? example : this.#bodies.of(document, schema ?? {}, mischief)
    const path = placed.path.replaceAll(/{(\w+)}/g, (_, name) => {
      const parameter = parameters.find((one) => one.name === name && one.in === 'path')
      return random.oneIn(mischief) ? this.#segment() : segmentOf(parameter === undefined ? name : value(parameter))
    })
    const query = new URLSearchParams()
    for (const parameter of parameters.filter(({ in: place }) => place === 'query')) {
      if (!parameter.required && !random.oneIn(3)) continue
      for (const one of [value(parameter)].flat()) query.append(parameter.name, textOf(one))
    }
    if (random.oneIn(mischief)) query.append(this.#strange.text(), this.#strange.text())
    const raw = random.oneIn(mischief)
      ? random.of(['%', '&&==', 'a[b][c]=1', '__proto__[x]=1', '%ff=%00', 'x=1&x=2'])
      : ''
    const search = [query.toString(), raw].filter((part) => part !== '').join('&')
    const payload = this.#payload(document, placed, mischief)
    return {
      operation: id,
      method: random.oneIn(mischief * 2) ? random.of(methods) : placed.method,
      url: `${path}${search === '' ? '' : `?${search}`}`,
      headers: this.#headers(payload?.type, mischief),
      ...(payload && { payload: payload.text }),
    }
  }

  #segment(): string {
    return this.#random.of([
      segmentOf(this.#strange.text()),
      '%00',
      '%zz',
      '%c0%ae%c0%ae',
      '..%2f..%2f',
      '__proto__',
      '*',
      ' ',
      '0'.repeat(2000),
    ])
  }

  #payload(document: Description, { operation }: PlacedOperation, mischief: number) {
    const random = this.#random
    if (operation.requestBody === undefined) {
      return random.oneIn(mischief) ? { type: 'application/json', text: this.#broken('{}') } : undefined
    }
    const { content = {} } = resolved<Content>(document, operation.requestBody)
    const [type, { schema = {} }] = random.of(Object.entries(content))
    const body = this.#bodies.of(document, schema, mischief)
    const text = type.includes('json') ? JSON.stringify(body) : formOf(body)
    return { type, text: random.oneIn(mischief) ? this.#broken(text) : text }
  }

  /** A text with something done to it that JSON.stringify never does. */
  #broken(text: string): string | Buffer {
    const random = this.#random
    const at = random.upTo(text.length + 1)
    return random.of([
      () => text.slice(0, at),
      () => text.slice(0, at) + this.#strange.text() + text.slice(at),
      () => text.replace('{', '{"__proto__":{"polluted":true},'),
      () => text.replace('{', '{"constructor":{"prototype":{"polluted":true}},'),
      () => text.replace(/("[^"]+"):/, '$1:1,$1:'),
      () => text.replace(/:\s*\d+/, ':1e999'),
      () => `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      () => `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
      () => text.replace('{', `{"deep":${'['.repeat(20_000)}${']'.repeat(20_000)},`),
      () => `\uFEFF${text}`,
      () => Buffer.from(text, 'utf16le'),
      () => Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from('"')]),
      () => '',
    ])()
  }

  #headers(type: string | undefined, mischief: number): Record<string, string> {
    const headers: Record<string, string> = { authorization: 'Bearer fuzz' }
    if (type !== undefined) headers['content-type'] = type
    if (this.#random.oneIn(mischief)) {
      const text = [...this.#strange.text()].filter((letter) => /[ -~]/.test(letter)).join('')
      headers[this.#random.of(headerNames)] = text.slice(0, 2000)
    }
    return headers
  }
}

const textOf = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 3000).toWellFormed()

const segmentOf = (value: unknown): string => encodeURIComponent(textOf(value).slice(0, 1200).toWellFormed())

const formOf = (body: unknown): string =>
  new URLSearchParams(
    Object.entries(Object(body)).map(([name, value]): [string, string] => [name, textOf(value)]),
  ).toString()

/** Whether it asks to wait, which it may for minutes, or for events, which do not end. */
export const isPatient = ({ url }: FuzzRequest): boolean => /^\/__mock\/(?:requests\/wait|events)/.test(url)
