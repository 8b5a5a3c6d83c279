import type { IncomingHttpHeaders } from 'node:http'
import { isIP } from 'node:net'
import { ApiError } from '../domain/errors/api-errors.ts'
import { isLocalHost } from './local-host.ts'

/** The parts of a request that show where it comes from. */
export interface RequestOrigin {
  readonly method: string
  readonly headers: IncomingHttpHeaders
}

/**
 * Keeps pages of other sites away from this server: a browser on this machine could otherwise call it for them, also by
 * a hostname of theirs that resolves to this machine (DNS rebinding). Browsers are allowed from this machine; other
 * clients also by address, and by hostnames without a dot, as containers have them.
 */
export class OriginGuard {
  readonly #allowed: ReadonlySet<string>
  readonly #all: boolean

  /** @param origins Further hosts and origins: `mock.example.com`, `https://app.example.com`; `*` is all. */
  constructor(origins: readonly string[] = []) {
    this.#allowed = new Set(origins.map((origin) => hostOf(origin)))
    this.#all = origins.includes('*')
  }

  /** Returns whether pages of that origin are allowed. */
  trusts(origin: string): boolean {
    return this.#all || isLocalHost(hostOf(origin)) || this.#allowed.has(hostOf(origin))
  }

  /**
   * Throws 403 for a request that a page of another site makes. Browsers name the page in `Origin` for scripts and
   * forms; for images, scripts, frames and links they send `Sec-Fetch-Site` only.
   *
   * @param isForReaders Whether the route is a page without side effects, which links on other sites may lead to.
   */
  assertAllowed({ method, headers }: RequestOrigin, isForReaders = false): void {
    const { origin, host } = headers
    if (origin !== undefined && !this.trusts(origin)) throw refusal(ofOrigin(origin, host))
    if (host !== undefined && !this.#trustsHost(hostOf(host))) throw refusal(ofHost(host))
    if (origin !== undefined || this.#all || isOwn(headers)) return
    if (isForReaders && isLink(method, headers)) return
    throw refusal(`a page of another site loads it, without an Origin (Sec-Fetch-Site: ${headers['sec-fetch-site']})`)
  }

  #trustsHost(host: string): boolean {
    return this.#all || isLocalHost(host) || isUnambiguous(host) || this.#allowed.has(host)
  }
}

const refusal = (detail: string): ApiError => new ApiError('control.origin', { detail })

/** Returns why pages of an origin are refused, and the options that admit them. */
function ofOrigin(origin: string, host = ''): string {
  if (origin === 'null') {
    return 'this page has no origin (null), as files and sandboxed frames; serve it from this machine, or start the server with --control-origins null'
  }
  const reason = ofHost(origin)
  if (isIP(hostOf(origin)) === 0) return reason
  return `${reason}, or, for other devices on the network, with --host 0.0.0.0 --public-url http://${shortened(host)}`
}

const ofHost = (text: string): string =>
  `${shortened(text)} is not one of them; start the server with --control-origins ${shortened(hostOf(text))}`

/** A client may send a text of any length. */
const shortened = (text: string): string => text.slice(0, 100)

/**
 * Returns whether the request comes from no page or from one of this server's. Clients other than browsers do not send
 * `Sec-Fetch-Site`; browsers send `none` for an address that a person has typed.
 */
const isOwn = ({ 'sec-fetch-site': site }: IncomingHttpHeaders): boolean =>
  site === undefined || site === 'none' || site === 'same-origin'

/** Returns whether a person follows a link, in a window of its own and not in a frame. */
const isLink = (method: string, headers: IncomingHttpHeaders): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document'

/** Returns the host of an origin or Host header without its port: `[::1]:80` is `::1`; empty when there is none. */
function hostOf(text: string): string {
  const host = /^(?:\w+:\/\/)?(\[[^\]]*\]|[^:/]*)(?::\d+)?$/.exec(text)?.[1] ?? ''
  return host.replaceAll(/[[\]]/g, '').toLowerCase()
}

/**
 * Returns whether no attacker can let the host resolve to this machine: an address, a name without a dot, or Docker's
 * name of the host.
 */
const isUnambiguous = (host: string): boolean =>
  isIP(host) !== 0 || /^[a-z0-9_-]+$/.test(host) || host === 'host.docker.internal'
