import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { checkedName } from '#server/domain/world-name.ts'
import { allowPages } from '#server/http/cors.ts'
import { OriginGuard } from '#server/http/origin-guard.ts'

/** Restrictions on calls of test control. */
export interface GuardOptions {
  /** Further hosts and origins that may call: `mock.example.com`, `https://app.example.com`; `*` allows all. */
  readonly origins?: readonly string[] | undefined
  /** The token that every call has to send as `x-mock-token`; none when absent. */
  readonly token?: string | undefined
}

/** How many different refusals of pages are logged, each once. */
const mostLogged = 20

/** The header with the token of test control. */
export const controlTokenHeader = 'x-mock-token'

/** Refuses calls of other sites' pages, and calls without the token if there is one. */
export function guardControl(app: FastifyInstance, { origins, token }: GuardOptions): void {
  const originGuard = new OriginGuard(origins)
  const logged = new Set<string>()
  const assertAllowed = (request: FastifyRequest): void => {
    try {
      originGuard.assertAllowed(request)
    } catch (error) {
      // A browser shows its page nothing of the refusal: whoever started the server reads it here.
      const { message } = error as ApiError
      if (logged.size < mostLogged && !logged.has(message)) {
        logged.add(message)
        request.log.warn(message)
      }
      throw error
    }
  }
  app.addHook('onRequest', (request, _reply, next) => {
    assertAllowed(request)
    const isPreflight = request.method === 'OPTIONS'
    if (token !== undefined && !isPreflight && !isEqual(request.headers[controlTokenHeader], token)) {
      throw new ApiError('control.token')
    }
    checkedName(request.worldName)
    next()
  })
  allowPages(app, { paths: ['*'], trusts: (origin) => originGuard.trusts(origin) })
}

function isEqual(header: unknown, token: string): boolean {
  const [one, other] = [Buffer.from(String(header)), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
