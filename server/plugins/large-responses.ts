import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'

/** Characters above which bytes that exist already are sent faster than text, which Node would copy. */
const minCached = 8192

/** Characters above which even converting the text first is faster: Node allocates three times the text's size. */
const minConverted = 131_072

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onSend', ({ cached }, _reply, payload, next) => {
    if (typeof payload !== 'string' || payload.length < minCached) return next(null, payload)
    if (cached?.text === payload) {
      cached.bytes ??= Buffer.from(payload)
      return next(null, cached.bytes)
    }
    next(null, payload.length < minConverted ? payload : Buffer.from(payload))
  })
  done()
}

/** Sends long texts as bytes where that is faster. Runs after every hook that reads the text. */
export const largeResponsesPlugin = fp(plugin, {
  name: 'large-responses',
  dependencies: ['response-cache', 'compression'],
  fastify: '5.x',
})
