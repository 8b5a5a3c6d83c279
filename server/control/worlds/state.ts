import type { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { StateError } from '#db/export.ts'
import { isLarge, stateText, stateTextOf } from '#db/state-text.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { State } from '#server/seeds/state-file.ts'
import { StateReader } from '#server/seeds/state-reader.ts'
import { nextTurn, TimeSlices } from '#server/worlds/time-slices.ts'
import type { ControlOptions } from '../context.ts'
import { ConcurrencyLimit } from '../protocol/concurrency-limit.ts'
import { controlRoute } from '../protocol/route.ts'
import { streamJson } from '../protocol/streamed-json.ts'

const maxBytes = 256 * 2 ** 20
/** Bytes that are parsed at once. */
const pieceBytes = 64 * 2 ** 10
/** Number of large states that are read and written at once: each is in memory beside its world. */
const maxConcurrent = 2
const largeBytes = 2 ** 20

/** Adds the routes that export and import a world as JSON. */
export function stateRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  const concurrency = new ConcurrencyLimit(maxConcurrent)

  controlRoute(app, {
    method: 'GET',
    url: '/state',
    tag: 'state',
    summary: 'Export a world',
    description:
      'Returns data, time, features, rules and limits of the world. `PUT` imports the same JSON, here or in another server.',
    schema: { response: { 200: State } },
    handler: async ({ world, worldName }, reply) => {
      if (!isLarge(world.db)) return streamJson(reply, [[...stateText(world.db)].join('')])
      const leave = await concurrency.enter()
      return streamJson(reply, untilOver(stateTextOf(worlds.image(worldName)), leave))
    },
  })

  app.register(async (streamed) => {
    streamed.removeAllContentTypeParsers()
    streamed.addContentTypeParser('application/json', (_request, payload, done) => done(null, payload))
    // The body is validated as it arrives.
    streamed.setValidatorCompiler(() => () => true)
    controlRoute(streamed, {
      method: 'PUT',
      url: '/state',
      tag: 'state',
      summary: 'Import a world',
      description: 'Replaces this world by an export. A refused import changes nothing.',
      bodyLimit: maxBytes,
      schema: { body: State, response: { 200: z.object({ world: z.string(), imported: z.boolean() }) } },
      handler: async ({ worldName, body, headers }, reply) => {
        const bytes = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY)
        const leave = bytes > largeBytes ? await concurrency.enter() : () => {}
        try {
          const image = await imageFrom(body as unknown as Readable | undefined, bytes)
          // Copying a large image blocks as long as one slice may, and so did making it.
          await nextTurn()
          worlds.reset(worldName, { image, isImport: true })
        } finally {
          leave()
        }
        return reply.send({ world: worldName, imported: true })
      },
    })
  })
}

/** Yields the pieces, and calls `over` when they end or are abandoned. */
function* untilOver(pieces: Iterable<string>, onEnd: () => void): Generator<string> {
  try {
    yield* pieces
  } finally {
    onEnd()
  }
}

/** Parses a state as it arrives, in time slices, up to the first mistake, and returns its image. */
async function imageFrom(body: Readable | undefined, bytes: number): Promise<Buffer> {
  if (body === undefined || body === null) {
    throw new ApiError('request.schema', {
      detail: 'this call wants a body of JSON, with Content-Type: application/json',
    })
  }
  const state = new StateReader()
  try {
    if (Number.isFinite(bytes) && bytes > maxBytes) throw tooLarge()
    return await read(body, state)
  } catch (error) {
    if (error instanceof StateError) throw new ApiError('control.state', { detail: error.message })
    throw error
  } finally {
    state.close()
    // The rest of the body is discarded: closing the connection might lose the response.
    body.resume()
  }
}

async function read(body: Readable, state: StateReader): Promise<Buffer> {
  const slices = new TimeSlices()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  const add = async (piece?: Buffer): Promise<void> => {
    state.add(decoded(decoder, piece))
    while (!state.isHungry) {
      state.step()
      if (slices.areOver) await slices.next()
    }
  }
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > maxBytes) throw tooLarge()
    for (let from = 0; from < chunk.length; from += pieceBytes) await add(chunk.subarray(from, from + pieceBytes))
  }
  await add()
  state.end()
  for (;;) {
    const image = state.step()
    if (image !== undefined) {
      await nextTurn()
      return image
    }
    if (slices.areOver) await slices.next()
  }
}

function decoded(decoder: InstanceType<typeof TextDecoder>, piece?: Buffer): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined })
  } catch {
    throw new ApiError('request.syntax', { message: 'Invalid request: the body is not UTF-8' })
  }
}

const tooLarge = (): ApiError => new ApiError('request.too-large', { detail: `${maxBytes} bytes at most` })
