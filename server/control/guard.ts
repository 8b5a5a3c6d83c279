import { timingSafeEqual } from 'node:crypto'
import { isIP } from 'node:net'
import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../domain/problems.ts'
import { checkedName } from '../domain/world-name.ts'

/** Who may call test control. */
export interface GuardOptions {
  /** Further hosts and origins: `mock.example.com`, `https://app.example.com`; `*` is all. */
  readonly origins?: readonly string[] | undefined
  /** What every call must send as `x-mock-token`; nothing when absent. */
  readonly token?: string | undefined
}

/** The header that carries control's token. */
export const controlTokenHeader = 'x-mock-token'

/**
 * Keeps web pages away from test control: a page of another site could otherwise call it from a browser on this machine,
 * also by a name of its own that it lets point here. Browsers are let in from this machine; other clients also by
 * address, and by names without a dot, as containers have them.
 */
export async function guardControl(app: FastifyInstance, { origins = [], token }: GuardOptions): Promise<void> {
  const allowed = new Set(origins.map((origin) => hostOf(origin)))
  const all = origins.includes('*')
  const trustsOrigin = (origin: string): boolean => all || isLocal(hostOf(origin)) || allowed.has(hostOf(origin))
  const trustsHost = (host: string): boolean => all || isLocal(host) || isUnambiguous(host) || allowed.has(host)

  app.addHook('onRequest', (request, _reply, next) => {
    const { origin, host } = request.headers
    if (origin !== undefined && !trustsOrigin(origin)) throw new Problem('control.origin', { detail: origin })
    if (host !== undefined && !trustsHost(hostOf(host))) throw new Problem('control.origin', { detail: host })
    const isPreflight = request.method === 'OPTIONS'
    if (token !== undefined && !isPreflight && !same(request.headers[controlTokenHeader], token)) {
      throw new Problem('control.token')
    }
    checkedName(request.worldName)
    next()
  })
  await app.register(cors, {
    origin: (origin, answer) => answer(null, origin !== undefined && trustsOrigin(origin)),
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    strictPreflight: false,
  })
}

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

function same(given: unknown, token: string): boolean {
  const [one, other] = [Buffer.from(String(given)), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
