import type { FastifyInstance } from 'fastify'
import { Problem } from '../domain/problems.ts'
import { takesForms } from './form-parser.ts'
import { deepest, isTooDeep } from './json-depth.ts'
import { readText } from './text-parser.ts'

/**
 * Reads JSON bodies, where no body at all is none: real clients send `content-type: application/json` on a DELETE.
 * Other content types are refused, and so are bodies that would reach a prototype.
 */
export function readJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  readText(app, 'application/json', (request, body, done) => {
    if (takesForms(request)) {
      return done(new Problem('request.syntax', { detail: 'Unsupported Media Type: application/json; send a form' }))
    }
    if (body.length === 0) return done(null, undefined)
    request.entry?.sent(body)
    if (isTooDeep(body)) {
      return done(new Problem('request.syntax', { detail: `more than ${deepest} lists and objects in each other` }))
    }
    parse(request, body, done)
  })
}
