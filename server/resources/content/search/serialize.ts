import type { PinRow } from '../pins/repository.ts'
import type { StoredPin } from '../pins/schema.ts'
import { answeredText } from '../pins/stored.ts'

/** Returns the part of the Pin that a search shows, as JSON text. */
export function summaryPinText({ json }: PinRow): string {
  const { id, link, title, description, alt_text, media }: StoredPin = JSON.parse(answeredText(json))
  return JSON.stringify({ id, link, title, description, alt_text, media })
}
