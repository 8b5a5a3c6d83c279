import type { FastifyInstance } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { nearest } from '#server/http/nearest.ts'

/** A call of test control, as its route says. */
interface Known {
  readonly method: string
  readonly url: string
}

/** Answers calls that test control does not have with those that it has; to be called before routes are added. */
export function registerNotFound(app: FastifyInstance): void {
  const known: Known[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD' && one !== 'OPTIONS') known.push({ method: one, url })
  })
  app.setNotFoundHandler(({ method, url }) => {
    throw refusalOf(known, method, url.split('?', 1)[0] ?? '')
  })
}

function refusalOf(known: readonly Known[], method: string, path: string): ApiError {
  const told = `${method} ${path.slice(0, 200)}`
  const allowed = [...new Set(known.filter(({ url }) => patternOf(url).test(path)).map((one) => one.method))].join(', ')
  if (allowed !== '') {
    return new ApiError('control.method', { detail: `${told}; allowed: ${allowed}`, headers: { allow: allowed } })
  }
  const meant = nearest(
    told,
    known.map((one) => `${one.method} ${one.url}`),
  )
  return new ApiError('control.path', { detail: `${told}. Did you mean ${meant}? All are at /__mock/docs` })
}

const patternOf = (url: string): RegExp => new RegExp(`^${url.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)
