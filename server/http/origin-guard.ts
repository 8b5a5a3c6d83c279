import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { ApiError } from '../domain/errors/api-errors.ts'

/** What of a request tells where it comes from. */
export interface RequestOrigin {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/**
 * The wall between web pages and what belongs to this server alone: a page of another site could otherwise call it from
 * a browser on this machine, also by a name of its own that it lets point here. Browsers are let in from this machine;
 * other clients also by address, and by names without a dot, as containers have them.
 */
export class OriginGuard {
  readonly #allowed: ReadonlySet<string>
  readonly #all: boolean

  /** @param origins Further hosts and origins: `mock.example.com`, `https://app.example.com`; `*` is all. */
  constructor(origins: readonly string[] = []) {
    this.#allowed = new Set(origins.map((origin) => hostOf(origin)))
    this.#all = origins.includes('*')
  }

  /** Whether pages of that origin are let in. */
  trusts(origin: string): boolean {
    return this.#all || isLocal(hostOf(origin)) || this.#allowed.has(hostOf(origin))
  }

  /**
   * Throws 403 for a request that a page of another site has made. Browsers name the page in `Origin` with what its
   * scripts and forms send; of an image, a script, a frame or a link they say in `Sec-Fetch-Site` alone that it is
   * another's.
   *
   * @param isForReaders Whether it is a page to look at, which does nothing: a link on another site may lead there.
   */
  demand({ method, headers }: RequestOrigin, isForReaders = false): void {
    const { origin, host } = headers
    if (origin !== undefined && !this.trusts(origin)) throw refusal(origin)
    if (host !== undefined && !this.#trustsHost(hostOf(host))) throw refusal(host)
    if (origin !== undefined || this.#all || isOwn(headers)) return
    if (isForReaders && isLink(method, headers)) return
    throw refusal(`Sec-Fetch-Site: ${headers['sec-fetch-site']}, without an Origin`)
  }

  #trustsHost(host: string): boolean {
    return this.#all || isLocal(host) || isUnambiguous(host) || this.#allowed.has(host)
  }
}

const refusal = (detail: string): ApiError => new ApiError('control.origin', { detail: detail.slice(0, 200) })

/** Whether no page has asked, or one of this server's: who is no browser says nothing, and a person at one `none`. */
const isOwn = ({ 'sec-fetch-site': site }: IncomingHttpHeaders): boolean =>
  site === undefined || site === 'none' || site === 'same-origin'

/** Whether a person follows a link, in a window of its own and not in a frame. */
const isLink = (method: string, headers: IncomingHttpHeaders): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document'

/** The host in an origin or a Host header, without a port: `[::1]:80` is `::1`; empty when there is none. */
function hostOf(text: string): string {
  const host = /^(?:\w+:\/\/)?(\[[^\]]*\]|[^:/]*)(?::\d+)?$/.exec(text)?.[1] ?? ''
  return host.replaceAll(/[[\]]/g, '').toLowerCase()
}

const isLocal = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** Whether nobody can let a name of theirs point here: an address, a name without a dot, or Docker's name of the host. */
const isUnambiguous = (host: string): boolean =>
  isIP(host) !== 0 || /^[a-z0-9_-]+$/.test(host) || host === 'host.docker.internal'
