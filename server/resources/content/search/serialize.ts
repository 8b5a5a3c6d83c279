import type { BoardResponseRow } from '../boards/repository.ts'
import { boardText } from '../boards/serialize.ts'
import type { PinRow } from '../pins/repository.ts'
import type { StoredPin } from '../pins/schema.ts'
import { pinText } from '../pins/serialize.ts'
import { answeredText } from '../pins/stored.ts'

/** Returns the part of the Pin that a search shows, as JSON text. */
export function summaryPinText({ json }: PinRow): string {
  const { id, link, title, description, alt_text, media }: StoredPin = JSON.parse(answeredText(json))
  return JSON.stringify({ id, link, title, description, alt_text, media })
}

/** Returns a found Pin of the user as JSON text, as lists have it. */
export const foundPinText = (row: PinRow): string => pinText(row)

/** Returns a found board of the user as JSON text, as lists have it. */
export const foundBoardText = (row: BoardResponseRow): string => boardText(row)
