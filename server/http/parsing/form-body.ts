import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { schemaOf } from '../validation/route-schema.ts'
import { addTextParser } from './text-body.ts'

/** The content type of forms. */
export const formType = 'application/x-www-form-urlencoded'

/** Parses forms for routes that declare the content type; of a repeated field, the last value counts. */
export function addFormParser(app: FastifyInstance): void {
  addTextParser(app, formType, (request, body, done) => {
    if (!acceptsForms(request)) {
      return done(
        new ApiError('request.syntax', {
          detail: `Unsupported Media Type: ${formType}; send Content-Type: application/json`,
        }),
      )
    }
    request.entry?.sent(body)
    done(null, Object.fromEntries(new URLSearchParams(body)))
  })
}

/** Returns whether the request's route takes forms, and then nothing else. */
export const acceptsForms = (request: FastifyRequest): boolean =>
  schemaOf(request).consumes?.includes(formType) ?? false
