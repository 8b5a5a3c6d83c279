import { z } from 'zod'
import { isRedirectTarget } from '../domain/access/redirects.ts'
import { scopeNames } from '../domain/access/scopes.ts'
import { refreshModes } from '../domain/access/tokens.ts'
import { machineMilliseconds } from '../domain/time/clock.ts'
import { secondsOf } from '../domain/time/duration.ts'

/** The mode of authentication. */
export const AuthMode = z.enum(['open', 'strict']).default('open')

/** How often a refresh token works. */
export const Refresh = z.enum(refreshModes).default('reuse')

/** Apps by client id. An id has no colon, which separates id and secret in HTTP Basic. */
export const Apps = z
  .record(
    z.string().regex(/^[^:\s]+$/),
    z.strictObject({
      secret: z.string().min(1),
      redirect_uris: z
        .array(
          z.string().refine(isRedirectTarget, "must be an http or https URL, or an app's own scheme: myapp://back"),
        )
        .default([]),
      name: z.string().min(1).optional(),
    }),
  )
  .default({})

/** Unix seconds, ISO 8601 with a zone, or a duration from the start of the server; parsed to Unix seconds. */
const Expiry = z.union([
  z.int().min(0),
  z.iso.datetime({ offset: true }).transform((moment) => Math.floor(Date.parse(moment) / 1000)),
  z
    .string()
    .refine(
      (text) => secondsOf(text) !== undefined,
      'Allowed: Unix seconds, 2026-06-01T12:00:00Z, or a duration such as 1h',
    )
    .transform((text) => Math.floor(machineMilliseconds() / 1000 + (secondsOf(text) ?? 0))),
])

/** Declared tokens, by the bearer token itself. */
export const Tokens = z
  .record(
    z.string().regex(/^\S+$/),
    z.strictObject({
      user: z.string().min(1).optional(),
      scopes: z.array(z.enum(scopeNames)).optional(),
      expires: Expiry.optional(),
    }),
  )
  .default({})
