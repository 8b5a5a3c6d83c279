import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { apiErrors } from '#server/domain/errors/api-errors.ts'
import { ErrorReply } from '#server/http/responses/replies.ts'
import type { AllWorldsResult } from '#server/worlds/all-worlds.ts'

/** The worlds that an action on all worlds did not reach. */
export const Skipped = z
  .array(z.object({ name: z.string(), reason: z.string() }))
  .meta({ id: 'LeftAlone', description: 'Worlds and files that the call skipped, with reasons.' })

/** The error of an action that failed for some worlds. */
export const NotAll = ErrorReply.extend({ done: z.array(z.string()).optional(), left: Skipped.optional() }).meta({
  id: 'NotAll',
  description: 'Error with the worlds that the call skipped.',
})

/** Sends the result of an action on all worlds; an error that names them when some worlds failed. */
export function doneToAll(
  reply: FastifyReply,
  { done, failed, strays }: AllWorldsResult,
  toReply: (done: readonly string[]) => object,
): FastifyReply {
  const left = [...failed, ...strays]
  if (failed.length === 0) return reply.send({ ...toReply(done), ...(left.length > 0 && { left }) })
  const { status, code, message } = apiErrors['control.not-all']
  const reasons = failed.map(({ name, reason }) => `${name} (${reason})`).join(', ')
  return reply.code(status).send({ code, message: `${message}: ${reasons}`, done, left })
}
