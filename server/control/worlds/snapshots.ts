import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import { keptPartNames } from '#server/worlds/kept-parts.ts'
import { type StoredSnapshot, snapshotNamed, snapshotReference } from '#server/worlds/snapshot-store.ts'
import type { World } from '#server/worlds/world.ts'
import type { ControlOptions } from '../context.ts'
import { Name, SnapshotReference } from '../protocol/name-field.ts'
import { controlRoute } from '../protocol/route.ts'
import { Warnings, withWarnings } from '../protocol/warnings-field.ts'
import { resolveSnapshot } from './snapshot-reference.ts'

const Snapshot = z
  .object({
    name: z.string(),
    world: z.string().meta({ description: 'World of the snapshot.' }),
    reference: z
      .string()
      .meta({ description: 'Name of the snapshot for use in any world.', example: 'checkout-test/three-campaigns' }),
    bytes: z.int(),
  })
  .meta({ id: 'Snapshot' })
const SnapshotPath = z.object({ name: SnapshotReference })
const SnapshotsQuery = z.strictObject({
  of: Name.optional().meta({ description: 'Returns only snapshots of this world. Absent: of all worlds.' }),
})
const Kept = z.array(z.enum(keptPartNames))
const Restore = z
  .strictObject({ keep: Kept.default([]).meta({ description: 'Parts of the world that the restore keeps.' }) })
  .meta({ id: 'Restore', example: { keep: ['journal', 'faults'] } })
const Ended = z.object({ requests: z.int(), faults: z.int(), stubs: z.int(), waits: z.int() }).meta({
  id: 'Ended',
  description: 'Numbers of journal entries, faults, stubs and waits that the call ended.',
})
const Restored = z.object({
  world: z.string(),
  restored: z.string(),
  reference: z.string(),
  ended: Ended,
  kept: Kept,
  warnings: Warnings,
})

const toReply = (snapshot: StoredSnapshot): z.input<typeof Snapshot> => ({
  name: snapshot.name,
  world: snapshot.world,
  reference: snapshotReference(snapshot),
  bytes: snapshot.bytes,
})

/** Adds the routes of snapshots, which worlds are restored or made from. */
export function snapshotRoutes(app: FastifyInstance, { worlds }: Pick<ControlOptions, 'worlds'>): void {
  const { snapshots } = worlds

  controlRoute(app, {
    method: 'GET',
    url: '/snapshots',
    tag: 'snapshots',
    summary: 'List snapshots',
    description: 'Returns the snapshots of all worlds with the world of each. A snapshot can be restored in any world.',
    schema: { querystring: SnapshotsQuery, response: { 200: z.object({ items: z.array(Snapshot) }) } },
    handler: ({ query: { of } }) => ({
      items: snapshots
        .list()
        .filter(({ world }) => of === undefined || world === of)
        .map(toReply),
    }),
  })

  controlRoute(app, {
    method: 'PUT',
    url: '/snapshots/:name',
    tag: 'snapshots',
    summary: 'Take a snapshot',
    description:
      "Stores data, time, features, rules and limits of this world. Replaces the world's earlier snapshot of that name.",
    schema: { params: SnapshotPath, response: { 200: Snapshot } },
    handler: ({ worldName, params }) => {
      const { world, name } = params.name.includes('/')
        ? snapshotNamed(params.name)
        : { world: worldName, name: params.name }
      if (world !== worldName) throw ofAnotherWorld(params.name)
      worlds.images.snapshot(world, name)
      const taken = snapshots.list().find((one) => one.world === world && one.name === name)
      return toReply({ world, name, bytes: taken?.bytes ?? 0 })
    },
  })

  controlRoute(app, {
    method: 'POST',
    url: '/snapshots/:name/restore',
    tag: 'snapshots',
    summary: 'Restore a snapshot',
    description:
      'Replaces this world by a snapshot; `world/name` names a snapshot of another world. The journal, faults, stubs and waits end unless `keep` names them.',
    schema: { params: SnapshotPath, body: Restore.nullish(), response: { 200: Restored } },
    handler: ({ worldName, params, body }) => {
      const { value: snapshot, warnings } = resolveSnapshot(snapshots, worldName, params.name)
      const { keep = [] } = body ?? {}
      const before = countsOf(worlds.inMemory.peek(worldName))
      worlds.resets.one(worldName, { snapshot: snapshotReference(snapshot) }, keep)
      return {
        world: worldName,
        restored: snapshot.name,
        reference: snapshotReference(snapshot),
        ended: {
          ...before,
          ...(keep.includes('journal') && { requests: 0, waits: 0 }),
          ...(keep.includes('faults') && { faults: 0 }),
          ...(keep.includes('stubs') && { stubs: 0 }),
        },
        kept: keep,
        ...withWarnings(warnings),
      }
    },
  })

  controlRoute(app, {
    method: 'DELETE',
    url: '/snapshots/:name',
    tag: 'snapshots',
    summary: 'Delete a snapshot',
    description:
      'Deletes a snapshot of this world, or of another world with `world/name`. Worlds created from it remain.',
    schema: {
      params: SnapshotPath,
      response: { 200: z.object({ deleted: z.string(), warnings: Warnings }) },
    },
    handler: ({ worldName, params }) => {
      const { value: snapshot, warnings } = resolveSnapshot(snapshots, worldName, params.name)
      worlds.images.deleteSnapshot(snapshot)
      const deleted = snapshot.world === worldName ? snapshot.name : snapshotReference(snapshot)
      return { deleted, ...withWarnings(warnings) }
    },
  })
}

const countsOf = (world: World | undefined): z.input<typeof Ended> => ({
  requests: world?.journal.entries.length ?? 0,
  faults: world?.faults.list().length ?? 0,
  stubs: world?.stubs.list().length ?? 0,
  waits: world?.journal.listeners.size ?? 0,
})

function ofAnotherWorld(reference: string): ApiError {
  const { world, name } = snapshotNamed(reference)
  const detail = `name: a snapshot is taken of the world in the URL. Of '${world}': PUT /w/${world}/__mock/snapshots/${name}`
  return new ApiError('request.schema', { detail })
}
