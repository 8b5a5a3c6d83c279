import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import type { DribbleEffect, TruncatedEffect } from '../domain/faults/effect.ts'
import type { Waits } from '../http/connection/delays.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  const { waits } = app
  app.addHook('onSend', (request, reply, payload, next) => {
    if (request.fault === null) return next(null, payload)
    const { delay, answer } = request.fault
    void waits.wait(delay, reply.raw).then(() => {
      if (answer?.type === 'answer_lost') return void hijacked(reply).destroy()
      if (typeof payload !== 'string' || payload === '' || reply.raw.destroyed) return next(null, payload)
      if (answer?.type === 'malformed') return next(null, payload.slice(0, -1))
      if (answer?.type === 'truncated') return truncate(reply, Buffer.from(payload), answer)
      if (answer?.type === 'dribble') return void dribble(reply, Buffer.from(payload), answer, waits)
      next(null, payload)
    })
  })
  done()
}

/**
 * Does to answers what faults say: late, lost, in part, in pieces. An answer without a body has nothing to cut.
 * After what looks at whole answers, and before what compresses them.
 */
export const responseFaultsPlugin = fp(plugin, {
  name: 'response-faults',
  dependencies: ['request-faults'],
  fastify: '5.x',
})

function hijacked(reply: FastifyReply): FastifyReply['raw'] {
  reply.hijack()
  return reply.raw
}

/** Takes the answer out of Fastify's hands, which would correct the length, and sends the headers of a whole one. */
function begun(reply: FastifyReply, body: Buffer): FastifyReply['raw'] {
  const raw = hijacked(reply)
  raw.statusCode = reply.statusCode
  const headers = { ...reply.getHeaders(), 'content-length': body.length }
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) raw.setHeader(name, value)
  raw.flushHeaders()
  return raw
}

function truncate(reply: FastifyReply, body: Buffer, { bytes = body.length >> 1 }: TruncatedEffect): void {
  const raw = begun(reply, body)
  raw.write(body.subarray(0, Math.min(bytes, body.length - 1)), () => raw.destroy())
}

async function dribble(
  reply: FastifyReply,
  body: Buffer,
  { chunks, over }: DribbleEffect,
  waits: Waits,
): Promise<void> {
  const raw = begun(reply, body)
  const size = Math.ceil(body.length / chunks)
  const pause = over / Math.max(1, Math.ceil(body.length / size) - 1)
  for (let sent = 0; sent < body.length; sent += size) {
    if (sent > 0) await waits.wait(pause, raw)
    if (raw.destroyed) return
    raw.write(body.subarray(sent, sent + size))
  }
  raw.end()
}
