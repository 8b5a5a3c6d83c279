import type { EditableEntity } from '../contracts/editable-entity.ts'
import { resources } from './resources.ts'

const loaded = await Promise.all(resources.map(({ edits }) => edits?.() ?? []))

/** The kinds of entity that the control API can edit directly. */
export const entityKinds: readonly EditableEntity[] = loaded.flat()
