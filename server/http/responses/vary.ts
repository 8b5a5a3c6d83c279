import type { FastifyReply } from 'fastify'

/** Tells caches of a further header of the request that the response depends on. */
export function varyBy(reply: FastifyReply, header: string): FastifyReply {
  const others = reply.getHeader('vary')
  return reply.header('vary', others === undefined ? header : `${others}, ${header}`)
}
