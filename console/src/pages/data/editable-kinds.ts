import type { Schema } from '../../api/openapi.ts'
import { control } from '../../api/send.ts'
import { type Loaded, useLoaded } from '../../state/loaded.ts'
import { world } from '../../state/route.ts'

/** A kind that takes direct edits, with the schemas of a change and of a new entity. */
export interface EditableKind {
  readonly kind: string
  readonly change: Schema
  /** Null where the API creates such entities itself. */
  readonly create: Schema | null
}

/** The schemas of a kind for direct edits; null where it takes none. */
export const useEditableKind = (kind: string): Loaded<EditableKind | null> =>
  useLoaded(
    async (signal) => {
      const { items } = await control<{ items: readonly EditableKind[] }>(world.value, '/entities', { signal })
      return items.find((one) => one.kind === kind) ?? null
    },
    [kind, world.value],
  )
