import type { BoardSectionRow } from './repository.ts'

/** Returns the section as JSON text. */
export const boardSectionText = ({ id, name }: BoardSectionRow): string => JSON.stringify({ id, name })
