import type { BoardResponseRow } from '../boards/repository.ts'
import { boardText } from '../boards/serialize.ts'

/** Returns a user as JSON text, as lists have it. */
export const userText = ({ username }: { readonly username: string }): string =>
  `{"username":${JSON.stringify(username)},"type":"user"}`

/** Returns a followed board as JSON text, as lists of boards have it. */
export const followedBoardText = (row: BoardResponseRow): string => boardText(row)
