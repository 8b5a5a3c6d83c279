import type { LabelRow } from './repository.ts'
import type { Label } from './schema.ts'

/** Returns the label as responses have it. */
export const labelOf = ({ id, label_type, status, value }: LabelRow): Label => ({ id, label_type, status, value })
