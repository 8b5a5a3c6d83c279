import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Violation } from '#server/domain/rules/rule.ts'
import type { AnswerSource } from '#server/journal/answer-source.ts'

/** The content type of every response, as observed: without a charset. */
export const json = 'application/json'

/** The response header with the ids of the rules that refused something. */
export const rulesHeader = 'x-mock-rules'

/** The response header with the ids of the faults that were applied. */
export const faultsHeader = 'x-mock-faults'

/** The response header with the id of the stub that answered. */
export const stubHeader = 'x-mock-stub'

/** The response header that says where an answer is from which this server does not make itself. */
export const sourceHeader = 'x-mock-source'

/** The response header with the id of the request in the journal. */
export const requestIdHeader = 'x-mock-request-id'

/** Says in the header and in the journal where an answer is from which this server does not make itself. */
export function markSource(reply: FastifyReply, source: AnswerSource): void {
  reply.header(sourceHeader, source)
  const { entry } = reply.request
  if (entry) entry.fallback = source
}

/** The envelope of every error response. */
export const ErrorReply = z
  .object({
    code: z.int().meta({ description: 'Error code of Pinterest.' }),
    message: z.string(),
    status: z
      .literal('failure')
      .optional()
      .meta({ description: 'Present on some operations where authentication failed (code 2).' }),
  })
  .meta({ id: 'Error', description: 'Reason for refusing a request.' })

/** The error of one item of a batch. In Java, a class named `Exception` hides the one that all code expects. */
export const ItemException = z
  .object({ code: z.int(), message: z.string() })
  .meta({ id: 'ItemException', description: 'Reason for refusing one item of a batch.' })

/** The error of one item of a batch. */
export type ItemException = z.output<typeof ItemException>

/** Sends text that is already JSON. */
export const sendJson = (reply: FastifyReply, text: string): FastifyReply =>
  reply.header('content-type', json).send(text)

/** The body of a 204, which has none. */
export const NoContent = z.undefined().meta({ description: 'Deleted. Without a body.' })

/** Answers 204 without a body, but with a content type: there are clients that fail without one. */
export const sendNothing = (reply: FastifyReply): FastifyReply => reply.code(204).header('content-type', json).send()

/** Names the violated rules in the response header, each once, and records the violations in the journal. */
export function nameRules(reply: FastifyReply, violations: readonly Violation[]): void {
  if (violations.length === 0) return
  reply.header(rulesHeader, [...new Set(violations.map(({ rule }) => rule))].join(','))
  reply.request.entry?.refused(violations)
}

/** Returns the violations with the index of the item that they are about. */
export const ofItem = (violations: readonly Violation[], item: number): readonly Violation[] =>
  violations.map((refusal) => ({ ...refusal, item }))

const maxWarnings = 100

/** Records warnings in the journal, each sentence once: calls that pass but may fail in production. */
export function warn({ entry }: FastifyRequest, warnings: readonly string[]): void {
  if (!entry || warnings.length === 0) return
  if (entry.warnings.length < maxWarnings) entry.warnings = [...new Set([...entry.warnings, ...warnings])]
}
