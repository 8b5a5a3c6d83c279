import { timingSafeEqual } from 'node:crypto'
import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { checkedName } from '#server/domain/world-name.ts'
import { OriginGuard } from '#server/http/origin-guard.ts'

/** Who may call test control. */
export interface GuardOptions {
  /** Further hosts and origins: `mock.example.com`, `https://app.example.com`; `*` is all. */
  readonly origins?: readonly string[] | undefined
  /** What every call must send as `x-mock-token`; nothing when absent. */
  readonly token?: string | undefined
}

/** The header that carries control's token. */
export const controlTokenHeader = 'x-mock-token'

/** Keeps web pages away from test control, and who does not know its token where it has one. */
export async function guardControl(app: FastifyInstance, { origins, token }: GuardOptions): Promise<void> {
  const wall = new OriginGuard(origins)
  app.addHook('onRequest', (request, _reply, next) => {
    wall.assertAllowed(request)
    const isPreflight = request.method === 'OPTIONS'
    if (token !== undefined && !isPreflight && !same(request.headers[controlTokenHeader], token)) {
      throw new ApiError('control.token')
    }
    checkedName(request.worldName)
    next()
  })
  await app.register(cors, {
    origin: (origin, answer) => answer(null, origin !== undefined && wall.trusts(origin)),
    methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    strictPreflight: false,
  })
}

function same(given: unknown, token: string): boolean {
  const [one, other] = [Buffer.from(String(given)), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
