import { negotiate } from '@fastify/accept-negotiator'
import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'

/** Below this, in characters, an answer fits one packet as it is. */
const smallest = 1024

type Encoder = (text: string) => Buffer

/** Of several that a client takes alike, the first. At their fastest: what they save beyond that is time elsewhere. */
const encoders: ReadonlyMap<string, Encoder> = new Map<string, Encoder>([
  ['gzip', (text) => zlib().gzipSync(text, { level: zlib().constants.Z_BEST_SPEED })],
  [
    'br',
    (text) => zlib().brotliCompressSync(text, { params: { [zlib().constants.BROTLI_PARAM_QUALITY]: fastestBrotli } }),
  ],
])
const offered = [...encoders.keys(), 'identity']
const fastestBrotli = 1

/** Loaded by the first client that asks. */
const zlib = () => process.getBuiltinModule('node:zlib')

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onSend', (request, reply, payload, next) => {
    if (typeof payload !== 'string' || payload.length < smallest) return next(null, payload)
    reply.header('vary', 'accept-encoding')
    const asked = request.headers['accept-encoding']
    const encoding = asked === undefined ? null : negotiate(asked, offered)
    const encode = encoders.get(encoding ?? 'identity')
    if (encode === undefined) return next(null, payload)
    reply.header('content-encoding', encoding)
    next(null, encode(payload))
  })
  done()
}

/** Compresses larger answers for clients that ask for it. */
export const compressionPlugin = fp(plugin, { name: 'compression', fastify: '5.x' })
