import type { FastifyInstance } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { nearest } from '#server/http/nearest.ts'

/** A route of test control. */
interface KnownRoute {
  readonly method: string
  readonly url: string
  readonly pattern: RegExp
}

/** Answers unknown calls with the existing ones. Must be called before routes are added. */
export function registerNotFound(app: FastifyInstance): void {
  const routes: KnownRoute[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      if (one !== 'HEAD' && one !== 'OPTIONS') routes.push({ method: one, url, pattern: patternOf(url) })
    }
  })
  app.setNotFoundHandler(({ method, url }) => {
    throw notFoundError(routes, method, url.split('?', 1)[0] ?? '')
  })
}

function notFoundError(routes: readonly KnownRoute[], method: string, path: string): ApiError {
  const call = `${method} ${path.slice(0, 200)}`
  const allowed = [...new Set(routes.filter(({ pattern }) => pattern.test(path)).map((one) => one.method))].join(', ')
  if (allowed !== '') {
    return new ApiError('control.method', { detail: `${call}; allowed: ${allowed}`, headers: { allow: allowed } })
  }
  const suggestion = nearest(
    call,
    routes.map((one) => `${one.method} ${one.url}`),
  )
  return new ApiError('control.path', { detail: `${call}. Did you mean ${suggestion}? All are at /__mock/docs` })
}

const patternOf = (url: string): RegExp => new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)
