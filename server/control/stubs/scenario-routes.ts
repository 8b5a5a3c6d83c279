import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { firstState } from '#server/domain/stubs/scenarios.ts'
import { nearest } from '#server/http/nearest.ts'
import type { World } from '#server/worlds/world.ts'
import { controlRoute } from '../protocol/route.ts'
import { ScenarioReply } from './schema.ts'

const ScenarioPath = z.object({ name: z.string() })
const Page = z.object({ items: z.array(ScenarioReply) })

/** Adds the routes of the states that the stubs of a world share. */
export function scenarioRoutes(app: FastifyInstance): void {
  controlRoute(app, {
    method: 'GET',
    url: '/scenarios',
    tag: 'stubs',
    summary: 'List scenarios',
    description: "Returns the scenarios of this world's stubs with their states.",
    schema: { response: { 200: Page } },
    handler: ({ world }) => ({ items: scenariosOf(world) }),
  })

  controlRoute(app, {
    method: 'PUT',
    url: '/scenarios/:name',
    tag: 'stubs',
    summary: 'Set the state of a scenario',
    description: 'Sets the state: one that a stub of the scenario names, or `Started`.',
    schema: {
      params: ScenarioPath,
      body: z.strictObject({ state: z.string() }).meta({ example: { state: 'Paid' } }),
      response: { 200: ScenarioReply },
    },
    handler: ({ world, params: { name }, body: { state } }) => {
      const { states } = found(world, name)
      if (!states.includes(state)) {
        throw new ApiError('request.schema', { detail: `state: "${state}" is not one of ${states.join(', ')}` })
      }
      world.stubs.scenarios.set(name, state)
      return found(world, name)
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/scenarios/reset',
    tag: 'stubs',
    summary: 'Reset all scenarios',
    description: `Sets all scenarios of this world to \`${firstState}\`. A reset of the world does the same.`,
    schema: { response: { 200: Page } },
    handler: ({ world }) => {
      world.stubs.scenarios.reset()
      return { items: scenariosOf(world) }
    },
  })
}

type Scenario = z.input<typeof ScenarioReply>

function scenariosOf({ stubs }: World): Scenario[] {
  const named = stubs
    .list()
    .flatMap((stub) => (stub.rule.scenario === undefined ? [] : { name: stub.rule.scenario, stub }))
  return [...Map.groupBy(named, ({ name }) => name)].map(([name, members]) => ({
    name,
    state: stubs.scenarios.stateOf(name),
    states: [...new Set(members.flatMap(({ stub }) => stub.states))],
    stubs: members.map(({ stub }) => stub.id),
  }))
}

function found(world: World, name: string): Scenario {
  const scenarios = scenariosOf(world)
  const scenario = scenarios.find((one) => one.name === name)
  if (scenario !== undefined) return scenario
  const names = scenarios.map((one) => one.name)
  const hint = names.length > 0 ? `. Did you mean ${nearest(name, names)}?` : ''
  throw new ApiError('control.scenario', { detail: name + hint })
}
