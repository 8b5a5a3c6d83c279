import { timingSafeEqual } from 'node:crypto'
import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { checkedName } from '#server/domain/world-name.ts'
import { OriginGuard } from '#server/http/origin-guard.ts'

/** Restrictions on calls of test control. */
export interface GuardOptions {
  /** Further hosts and origins that may call: `mock.example.com`, `https://app.example.com`; `*` allows all. */
  readonly origins?: readonly string[] | undefined
  /** The token that every call has to send as `x-mock-token`; none when absent. */
  readonly token?: string | undefined
}

/** The header with the token of test control. */
export const controlTokenHeader = 'x-mock-token'

/** Refuses calls of other sites' pages, and calls without the token if there is one. */
export async function guardControl(app: FastifyInstance, { origins, token }: GuardOptions): Promise<void> {
  const originGuard = new OriginGuard(origins)
  app.addHook('onRequest', (request, _reply, next) => {
    originGuard.assertAllowed(request)
    const isPreflight = request.method === 'OPTIONS'
    if (token !== undefined && !isPreflight && !isEqual(request.headers[controlTokenHeader], token)) {
      throw new ApiError('control.token')
    }
    checkedName(request.worldName)
    next()
  })
  await app.register(cors, {
    origin: (origin, callback) => callback(null, origin !== undefined && originGuard.trusts(origin)),
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    strictPreflight: false,
  })
}

function isEqual(header: unknown, token: string): boolean {
  const [one, other] = [Buffer.from(String(header)), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
