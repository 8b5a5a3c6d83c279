import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'

/** From so many characters on, bytes that are there already leave faster than the text: it would be copied. */
const long = 8192

/** From so many on, also bytes that have to be made first: Node takes room for thrice the text from the system. */
const veryLong = 131_072

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onSend', ({ cached }, _reply, payload, next) => {
    if (typeof payload !== 'string' || payload.length < long) return next(null, payload)
    if (cached?.text === payload) {
      cached.bytes ??= Buffer.from(payload)
      return next(null, cached.bytes)
    }
    next(null, payload.length < veryLong ? payload : Buffer.from(payload))
  })
  done()
}

/** Sends long texts as bytes where that is faster. After all that reads texts. */
export const largeResponsesPlugin = fp(plugin, {
  name: 'large-responses',
  dependencies: ['response-cache', 'compression'],
  fastify: '5.x',
})
