import { withoutByteOrderMark } from '../byte-order-mark.ts'
import type { Headers, Redactor } from '../redaction/redactor.ts'
import { adAccountIn, pathOf, queryOf } from './request-url.ts'

/** A request as criteria compare it: without credentials, so that no match can be used to guess one. */
export interface CallView {
  /** The operation; null where none has the request's path and method. */
  readonly operation: string | null
  readonly method: string
  /** The path below `/v5`, without the query. */
  readonly path: string
  /** The ad account by the path or else by the query. */
  readonly adAccount: string | null
  /** Returns the values of a query parameter; none where it is absent. */
  readonly parameter: (name: string) => readonly string[]
  /** Returns the value of a header, whatever its case; undefined where it is absent. */
  readonly header: (name: string) => string | undefined
  /** The body as it was sent. Only for cheap tests that rule a match out, since it may contain credentials. */
  readonly sentBody: string | null
  /** The body as text; null where there was none or it was not read. */
  readonly bodyText: string | null
  /** The parsed body; undefined where it is neither JSON nor a form. */
  readonly body: unknown
}

/** What a request consists of. */
export interface SentCall {
  readonly operation: string | null
  readonly method: string
  /** The path and query as sent. */
  readonly url: string
  readonly headers: Headers
  readonly body: string | null
  /** Removes the credentials. */
  readonly redactor: Redactor
}

/** A request whose parts are redacted and parsed when a criterion first reads them. */
export class RedactedCall implements CallView {
  readonly #sent: SentCall
  #url: string | undefined
  #path: string | undefined
  #query: URLSearchParams | undefined
  #bodyText: string | null | undefined
  #body: { readonly value: unknown } | undefined

  constructor(sent: SentCall) {
    this.#sent = sent
  }

  get operation(): string | null {
    return this.#sent.operation
  }

  get method(): string {
    return this.#sent.method
  }

  get path(): string {
    this.#path ??= pathOf({ url: this.#redactedUrl })
    return this.#path
  }

  get adAccount(): string | null {
    const id = adAccountIn(pathOf(this.#sent), () => queryOf(this.#sent))
    return id && this.#sent.redactor.text(id)
  }

  parameter(name: string): readonly string[] {
    this.#query ??= queryOf({ url: this.#redactedUrl })
    const values = this.#query.getAll(name)
    if (values.length > 0) return values
    return [...this.#query].flatMap(([key, value]) => (key.replace(/\[\d*\]$/, '') === name ? value : []))
  }

  header(name: string): string | undefined {
    const value = this.#sent.headers[name.toLowerCase()]
    return Object.values(this.#sent.redactor.headers({ [name.toLowerCase()]: value }))[0]
  }

  get sentBody(): string | null {
    return this.#sent.body
  }

  get bodyText(): string | null {
    this.#bodyText ??= redactedBodyOf(this.#sent)
    return this.#bodyText
  }

  get body(): unknown {
    this.#body ??= { value: parsedBody(this.bodyText, this.#sent.headers) }
    return this.#body.value
  }

  get #redactedUrl(): string {
    this.#url ??= this.#sent.redactor.url(this.#sent.url)
    return this.#url
  }
}

/** Returns the redacted body of a request as text. */
export const redactedBodyOf = ({ body, headers, redactor }: Omit<SentCall, 'operation' | 'method'>): string | null =>
  body && redactor.body(body, typeOf(headers))

/** Parses a redacted body: a form by its fields, of which the last of several counts, anything else as JSON. */
export function parsedBody(text: string | null, headers: Headers): unknown {
  if (text === null) return undefined
  if (typeOf(headers).startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  try {
    return JSON.parse(withoutByteOrderMark(text))
  } catch {
    return undefined
  }
}

const typeOf = (headers: Headers): string => String(headers['content-type'])
