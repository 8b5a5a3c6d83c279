import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import fp from 'fastify-plugin'
import type { DribbleEffect, TruncatedEffect } from '../domain/faults/effect.ts'
import type { Delays } from '../http/connection/delays.ts'

const plugin: FastifyPluginCallback = (app, _options, done) => {
  const { delays } = app
  app.addHook('onSend', (request, reply, payload, next) => {
    if (request.fault === null) return next(null, payload)
    const { delay, answer: effect } = request.fault
    void delays.wait(delay, reply.raw).then(() => {
      if (effect?.type === 'answer_lost') return void hijack(reply).destroy()
      if (typeof payload !== 'string' || payload === '' || reply.raw.destroyed) return next(null, payload)
      if (effect?.type === 'malformed') return next(null, payload.slice(0, -1))
      if (effect?.type === 'truncated') return truncate(reply, Buffer.from(payload), effect)
      if (effect?.type === 'dribble') return void dribble(reply, Buffer.from(payload), effect, delays)
      next(null, payload)
    })
  })
  done()
}

/**
 * Applies faults to responses: delayed, lost, truncated or sent in chunks. A response without a body has nothing to
 * cut. Runs after hooks that read whole responses, and before compression.
 */
export const responseFaultsPlugin = fp(plugin, {
  name: 'response-faults',
  dependencies: ['request-faults'],
  fastify: '5.x',
})

function hijack(reply: FastifyReply): FastifyReply['raw'] {
  reply.hijack()
  return reply.raw
}

/** Takes the response from Fastify, which would correct the length, and sends the headers of a complete one. */
function sendHeaders(reply: FastifyReply, body: Buffer): FastifyReply['raw'] {
  const raw = hijack(reply)
  raw.statusCode = reply.statusCode
  const headers = { ...reply.getHeaders(), 'content-length': body.length }
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) raw.setHeader(name, value)
  raw.flushHeaders()
  return raw
}

function truncate(reply: FastifyReply, body: Buffer, { bytes = body.length >> 1 }: TruncatedEffect): void {
  const raw = sendHeaders(reply, body)
  raw.write(body.subarray(0, Math.min(bytes, body.length - 1)), () => raw.destroy())
}

async function dribble(
  reply: FastifyReply,
  body: Buffer,
  { chunks, over }: DribbleEffect,
  delays: Delays,
): Promise<void> {
  const raw = sendHeaders(reply, body)
  const size = Math.ceil(body.length / chunks)
  const pause = over / Math.max(1, Math.ceil(body.length / size) - 1)
  for (let sent = 0; sent < body.length; sent += size) {
    if (sent > 0) await delays.wait(pause, raw)
    if (raw.destroyed) return
    raw.write(body.subarray(sent, sent + size))
  }
  raw.end()
}
