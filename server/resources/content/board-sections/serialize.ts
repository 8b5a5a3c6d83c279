import type { BoardSectionRow } from './repository.ts'

/** The section as JSON text. */
export const boardSectionText = ({ id, name }: BoardSectionRow): string => JSON.stringify({ id, name })
