import { METHODS } from 'node:http'
import type { CallMatch } from '#server/domain/matching/call-match.ts'
import { nearest } from '#server/http/nearest.ts'

const headerName = /^[\w!#$%&'+.^`|~-]+$/

/** Returns the reason why no call of HTTP has what a match names; undefined where one may. */
export function reasonOfNames({ method, path, headers = {}, body_path, body_equals }: CallMatch): string | undefined {
  if (method !== undefined && !METHODS.includes(method)) {
    return `method: ${method} is no method of HTTP. Did you mean ${nearest(method, commonMethods)}?`
  }
  if (path?.includes('?')) return `path: ${path} has a query, which no path has; match it by query`
  const wrong = Object.keys(headers).find((name) => !headerName.test(name))
  if (wrong !== undefined) return `headers: '${wrong}' is no name of a header; names are no patterns`
  if (body_equals !== undefined && body_path === undefined && !isContainer(body_equals)) {
    const value = JSON.stringify(body_equals)
    return `body_equals: a body is a list or an object, and never ${value}; say by body_path where it is, as in [*].name`
  }
  return undefined
}

const commonMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

const isContainer = (value: unknown): boolean => value !== null && typeof value === 'object'
