import type { EditableEntity } from '../contracts/editable-entity.ts'
import { resources } from './resources.ts'

const loaded = await Promise.all(resources.map(({ edits }) => edits?.() ?? []))

/** What test control may put into another state. */
export const entityKinds: readonly EditableEntity[] = loaded.flat()
