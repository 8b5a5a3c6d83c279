import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { AllWorldsResult } from '#server/worlds/all-worlds.ts'
import { keptPartNames, partNames, type WorldPart } from '#server/worlds/kept-parts.ts'
import type { WorldSource } from '#server/worlds/options.ts'
import { TimeSlices } from '#server/worlds/time-slices.ts'
import type { WorldRegistry } from '#server/worlds/world-registry.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { doneToAll, NotAll, Skipped } from './all-worlds-reply.ts'
import { Origin } from './origin-field.ts'
import { resolveSource } from './snapshot-reference.ts'

const Parts = z.array(z.enum(partNames)).min(1)
const Reset = z
  .strictObject({
    from: Origin.optional(),
    only: Parts.optional().meta({ description: 'Parts to reset; the other parts remain unchanged.' }),
    keep: z
      .array(z.enum(keptPartNames))
      .optional()
      .meta({ description: 'Parts to leave unchanged; the other parts are reset.' }),
  })
  .refine(({ only, keep }) => only === undefined || keep === undefined, { error: 'has both only and keep' })
  .meta({ id: 'Reset', example: { only: ['journal', 'faults'] } })
const ResetQuery = z.strictObject({
  world: z
    .literal('all')
    .optional()
    .meta({ description: '`all` resets every world. Snapshots and times to live remain.' }),
})
const ResetReply = z.object({
  world: z.string(),
  reset: z.boolean(),
  parts: z.array(z.enum(partNames)).optional().meta({ description: 'The parts that were reset, if not all.' }),
  worlds: z.array(z.string()).optional().meta({ description: 'Names of the reset worlds, with `world=all`.' }),
  left: Skipped.optional(),
  warnings: Warnings,
})

/** Adds the route that resets a world, or all of them, whole or in part. */
export function resetRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  controlRoute(app, {
    method: 'POST',
    url: '/reset',
    tag: 'worlds',
    summary: 'Reset a world',
    description:
      'Resets a world to the server\'s seed, or to the origin in the body: `{"from": {"seed": "empty"}}`. The clock runs from now again. `only` limits the reset to parts of the world, `keep` excludes parts. `world=all` resets every world.',
    schema: { querystring: ResetQuery, body: Reset.nullish(), response: { 200: ResetReply, 507: NotAll } },
    handler: async ({ worldName, query, body }, reply) => {
      const { value: from, warnings } = resolveSource(worlds.snapshots, worldName, body?.from)
      const { keep = [], only = partNames.filter((part) => !new Set<WorldPart>(keep).has(part)) } = body ?? {}
      const parts = partNames.filter((part) => only.includes(part))
      const named = parts.length < partNames.length && { parts }
      await worlds.sources.prepare(from)
      if (query.world === 'all') {
        const done = await new TimeSlices().finish(resetAll(worlds, parts, from))
        const all = { world: 'all', reset: true, ...named, ...withWarnings(warnings) }
        return doneToAll(reply, done, (names) => ({ ...all, worlds: names }))
      }
      resetOne(worlds, worldName, parts, from)
      return reply.send({ world: worldName, reset: true, ...named, ...withWarnings(warnings) })
    },
  })
}

const keptBeside = (parts: readonly WorldPart[]) => keptPartNames.filter((part) => !parts.includes(part))

function resetOne(
  { resets }: WorldRegistry,
  name: string,
  parts: readonly WorldPart[],
  from: WorldSource | undefined,
): void {
  if (parts.includes('data')) resets.one(name, from, keptBeside(parts))
  else resets.partsOf(name, parts, from)
}

const resetAll = (
  { resets }: WorldRegistry,
  parts: readonly WorldPart[],
  from: WorldSource | undefined,
): Generator<undefined, AllWorldsResult> =>
  parts.includes('data') ? resets.all(from, keptBeside(parts)) : resets.partsOfAll(parts, from)
