import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'

/** From so many characters on, bytes leave faster: Node reserves thrice the room of a text, and for longer ones anew each time. */
const long = 8_192

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onSend', ({ answer }, _reply, payload, next) => {
    if (typeof payload !== 'string' || payload.length < long) return next(null, payload)
    if (answer?.text !== payload) return next(null, Buffer.from(payload))
    answer.bytes ??= Buffer.from(payload)
    next(null, answer.bytes)
  })
  done()
}

/** Sends long texts as bytes, which an answer that is given again is only once made into. After all that reads texts. */
export const longAnswersPlugin = fp(plugin, {
  name: 'long-answers',
  dependencies: ['remembered-answers', 'compression'],
  fastify: '5.x',
})
