import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { imageOfState, StateRefused } from '../../db/state.ts'
import { stateText } from '../../db/state-text.ts'
import { Problem } from '../domain/problems.ts'
import { sendJson } from '../http/replies.ts'
import { checkedState } from '../seeds/state-check.ts'
import { State } from '../seeds/state-file.ts'
import type { ControlOptions } from './index.ts'
import { controlRoute } from './route.ts'

const mostBytes = 256 * 2 ** 20

/** A world as readable JSON: to look at, to compare, to keep beside a test. */
export function stateRoutes(app: FastifyInstance, { stage }: Pick<ControlOptions, 'stage'>): void {
  controlRoute(app, {
    method: 'GET',
    url: '/state',
    tag: 'state',
    summary: 'Export a world',
    description: 'Its data, time, features, rules and limits. `PUT` the same to have it back, here or elsewhere.',
    schema: { response: { 200: State } },
    handler: ({ world }, reply) => sendJson(reply, stateText(world.db)),
  })

  controlRoute(app, {
    method: 'PUT',
    url: '/state',
    tag: 'state',
    summary: 'Import a world',
    description: 'Makes this world what was exported. When that is refused, the world stays as it was.',
    bodyLimit: mostBytes,
    schema: { body: State, response: { 200: z.object({ world: z.string(), imported: z.boolean() }) } },
    handler: ({ worldName, body }) => {
      stage.reset(worldName, { image: imageOrRefusal(body) })
      return { world: worldName, imported: true }
    },
  })
}

function imageOrRefusal(state: z.output<typeof State>): Buffer {
  try {
    return imageOfState(checkedState(state))
  } catch (error) {
    if (error instanceof StateRefused) throw new Problem('control.state', { detail: error.message })
    throw error
  }
}
