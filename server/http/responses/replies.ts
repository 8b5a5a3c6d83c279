import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Violation } from '#server/domain/rules/rule.ts'

/** The content type of every answer, as observed: without a charset. */
export const json = 'application/json'

/** The header that names the rules which refused. */
export const rulesHeader = 'x-mock-rules'

/** The header that names the faults which were applied. */
export const faultsHeader = 'x-mock-faults'

/** The header by which an answer is found in the journal. */
export const requestIdHeader = 'x-mock-request-id'

/** The envelope of every refusal. */
export const ErrorReply = z
  .object({
    code: z.int().meta({ description: "Pinterest's own number for the error." }),
    message: z.string(),
    status: z
      .literal('failure')
      .optional()
      .meta({ description: 'Where authentication failed (code 2), though not on every operation.' }),
  })
  .meta({ id: 'Error', description: 'Why a request was refused.' })

/** What is wrong with one item of a batch. */
export const ItemException = z
  .object({ code: z.int(), message: z.string() })
  .meta({ id: 'Exception', description: 'Why one item of a batch was refused.' })

export type ItemException = z.output<typeof ItemException>

/** Sends text that is JSON already. */
export const sendJson = (reply: FastifyReply, text: string): FastifyReply =>
  reply.header('content-type', json).send(text)

/** The body of a 204: there is none. */
export const NoContent = z.undefined().meta({ description: 'Deleted. Without a body.' })

/** Answers 204, which has no body; there are clients that fail without a content type. */
export const sendNothing = (reply: FastifyReply): FastifyReply => reply.code(204).header('content-type', json).send()

/** Names the rules that refused something, each once, in the answer's header, and keeps in the journal what they said. */
export function nameRules(reply: FastifyReply, violations: readonly Violation[]): void {
  if (violations.length === 0) return
  reply.header(rulesHeader, [...new Set(violations.map(({ rule }) => rule))].join(','))
  reply.request.entry?.refused(violations)
}

/** Returns the violations with the place of their item in the batch. */
export const ofItem = (violations: readonly Violation[], item: number): readonly Violation[] =>
  violations.map((refusal) => ({ ...refusal, item }))

const mostWarnings = 100

/** Notes in the journal what the API lets pass and production may not forgive, each sentence once. */
export function warn({ entry }: FastifyRequest, warnings: readonly string[]): void {
  if (!entry || warnings.length === 0) return
  if (entry.warnings.length < mostWarnings) entry.warnings = [...new Set([...entry.warnings, ...warnings])]
}
