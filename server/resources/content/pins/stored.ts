import { type Size, sizes } from './image-variants.ts'
import type { StoredPin } from './schema.ts'

const text = String.raw`"(?:[^"\\]|\\.)*"`
const sized = ([size]: [string, unknown], index: number): string =>
  String.raw`"${size}":\{"width":\d+,"height":(?:\d+|null),"url":${index === 0 ? `(${text})` : String.raw`\1`}\}`

/** Matches an image with the same URL in every size. Texts cannot match it: their quotes are escaped. */
const inEverySize = new RegExp(String.raw`"images":\{${Object.entries(sizes).map(sized).join(',')}\}`, 'g')
const once = new RegExp(String.raw`"images":\{"url":(${text})\}`, 'g')

/**
 * Returns the JSON text to store. An image with the same URL in every size is stored with the URL alone; `answeredText`
 * adds the sizes again.
 */
export const storedText = (pin: StoredPin): string => JSON.stringify(pin).replace(inEverySize, '"images":{"url":$1}')

/** Returns the JSON text of a stored Pin for responses, with every image in all sizes. */
export const answeredText = (json: string): string =>
  json.replace(once, (_, url: string) => `"images":{${parts.map(([part, end]) => part + url + end).join(',')}}`)

/** The JSON text before and after the URL of each size. */
const parts = (Object.keys(sizes) as Size[]).map((size) => {
  const { width, height } = sizes[size]
  return [`"${size}":{"width":${width},"height":${height},"url":`, '}'] as const
})
