import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import type { ControlOptions } from '../context.ts'
import { Name } from '../protocol/name-field.ts'
import { controlRoute } from '../protocol/route.ts'

const Snapshot = z.object({ name: z.string(), bytes: z.int() }).meta({ id: 'Snapshot' })
const SnapshotPath = z.object({ name: Name })

/** Adds the routes of snapshots, which worlds are restored or made from. */
export function snapshotRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  const unknown = (name: string): ApiError => new ApiError('control.snapshot', { detail: name })

  controlRoute(app, {
    method: 'GET',
    url: '/snapshots',
    tag: 'snapshots',
    summary: 'List snapshots',
    description: 'Of all worlds: a snapshot can be restored in any.',
    schema: { response: { 200: z.object({ items: z.array(Snapshot) }) } },
    handler: () => ({ items: [...worlds.snapshots.list()] }),
  })

  controlRoute(app, {
    method: 'PUT',
    url: '/snapshots/:name',
    tag: 'snapshots',
    summary: 'Take a snapshot',
    description: "Of this world's data, time, features, rules and limits, in place of an older one of that name.",
    schema: { params: SnapshotPath, response: { 200: Snapshot } },
    handler: ({ worldName, params: { name } }) => {
      worlds.snapshot(worldName, name)
      const taken = worlds.snapshots.list().find((one) => one.name === name)
      return { name, bytes: taken?.bytes ?? 0 }
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/snapshots/:name/restore',
    tag: 'snapshots',
    summary: 'Restore a snapshot',
    description: 'Makes this world what another, or itself, was then.',
    schema: { params: SnapshotPath, response: { 200: z.object({ world: z.string(), restored: z.string() }) } },
    handler: ({ worldName, params: { name } }) => {
      worlds.reset(worldName, { snapshot: name })
      return { world: worldName, restored: name }
    },
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/snapshots/:name',
    tag: 'snapshots',
    summary: 'Delete a snapshot',
    description: 'Worlds that were made from it stay.',
    schema: { params: SnapshotPath, response: { 200: z.object({ deleted: z.string() }) } },
    handler: ({ params: { name } }) => {
      if (!worlds.snapshots.remove(name)) throw unknown(name)
      return { deleted: name }
    },
  })
}
