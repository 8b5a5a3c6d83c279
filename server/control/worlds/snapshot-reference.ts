import { ApiError } from '#server/domain/errors/api-errors.ts'
import { nearest } from '#server/http/nearest.ts'
import type { WorldSource } from '#server/worlds/options.ts'
import {
  type SnapshotName,
  type SnapshotStore,
  snapshotNamed,
  snapshotReference,
} from '#server/worlds/snapshot-store.ts'

/** What a call refers to, and warnings about how it does. */
interface Resolved<Value> {
  readonly value: Value
  readonly warnings: readonly string[]
}

/**
 * Returns the snapshot that a call to a world refers to: `world/name`, or by a bare name one of its own. A bare name of
 * exactly one other world's snapshot is deprecated and still found: before they belonged to worlds, all shared them.
 *
 * @throws ApiError where there is none, or where snapshots of several other worlds have the name.
 */
export function resolveSnapshot(snapshots: SnapshotStore, world: string, reference: string): Resolved<SnapshotName> {
  const all = snapshots.list()
  const own = reference.includes('/') ? snapshotNamed(reference) : { world, name: reference }
  if (all.some((one) => one.world === own.world && one.name === own.name)) return { value: own, warnings: [] }
  const others = reference.includes('/') ? [] : all.filter(({ name }) => name === reference)
  const [other] = others
  if (other === undefined) throw new ApiError('control.snapshot', { detail: `${reference}${hintFor(reference, all)}` })
  const names = others.map(snapshotReference)
  if (others.length > 1) {
    const detail = `${reference}: the world '${world}' has none of its own. Name one by its world: ${names.join(', ')}`
    throw new ApiError('control.snapshot', { detail })
  }
  const warning = `The world '${world}' has no snapshot ${reference}: that of another was taken. Its name is ${names[0]}; the bare name is deprecated.`
  return { value: { world: other.world, name: other.name }, warnings: [warning] }
}

/** Returns the source that a call to a world names, a snapshot by its full reference. */
export function resolveSource<Source extends WorldSource>(
  snapshots: SnapshotStore,
  world: string,
  from: Source | undefined,
): Resolved<WorldSource | undefined> {
  if (from === undefined || !('snapshot' in from)) return { value: from, warnings: [] }
  const { value, warnings } = resolveSnapshot(snapshots, world, from.snapshot)
  return { value: { snapshot: snapshotReference(value) }, warnings }
}

function hintFor(reference: string, all: readonly SnapshotName[]): string {
  if (all.length === 0) return ''
  const names = all.flatMap((one) => [snapshotReference(one), one.name])
  return `. Did you mean ${nearest(reference, names)}?`
}
