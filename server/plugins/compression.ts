import type { FastifyPluginCallback } from 'fastify'
import fp from 'fastify-plugin'
import { contentEncodingFor } from '../http/responses/content-encoding.ts'
import { varyBy } from '../http/responses/vary.ts'

/** Characters below which a response fits into one packet uncompressed. */
const minLength = 1024

type Encoder = (text: string) => Buffer

/**
 * The encodings in order of preference, each at its fastest level: stronger compression costs more time than it saves.
 */
const encoders: ReadonlyMap<string, Encoder> = new Map<string, Encoder>([
  ['gzip', (text) => zlib().gzipSync(text, { level: zlib().constants.Z_BEST_SPEED })],
  [
    'br',
    (text) => zlib().brotliCompressSync(text, { params: { [zlib().constants.BROTLI_PARAM_QUALITY]: fastestBrotli } }),
  ],
])
const supported = [...encoders.keys(), 'identity']
const fastestBrotli = 1

/** Loaded on the first response that is compressed. */
const zlib = () => process.getBuiltinModule('node:zlib')

const plugin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onSend', (request, reply, payload, next) => {
    if (typeof payload !== 'string' || payload.length < minLength) return next(null, payload)
    varyBy(reply, 'accept-encoding')
    const encoding = contentEncodingFor(request.headers['accept-encoding'], supported)
    const encode = encoders.get(encoding)
    if (encode === undefined) return next(null, payload)
    reply.header('content-encoding', encoding)
    next(null, encode(payload))
  })
  done()
}

/** Compresses larger responses for clients that accept it. */
export const compressionPlugin = fp(plugin, { name: 'compression', fastify: '5.x' })
