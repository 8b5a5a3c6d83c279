import { z } from 'zod'
import { Name, SnapshotReference } from '../protocol/name-field.ts'

/** What a world is made of, or reset to. */
export const Origin = z
  .union(
    [
      z.strictObject({ seed: z.string().meta({ example: 'small' }) }),
      z.strictObject({ snapshot: SnapshotReference }),
      z.strictObject({ world: Name }),
    ],
    { error: 'must be one of { "seed": "small" }, { "snapshot": "its-name" } and { "world": "its-name" }' },
  )
  .meta({ description: 'Origin: a seed, a snapshot, or the current state of another world.' })
