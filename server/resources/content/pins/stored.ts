import { type Size, sizes } from './pictures.ts'
import type { StoredPin } from './schema.ts'

const text = String.raw`"(?:[^"\\]|\\.)*"`
const sized = ([size]: [string, unknown], index: number): string =>
  String.raw`"${size}":\{"width":\d+,"height":(?:\d+|null),"url":${index === 0 ? `(${text})` : String.raw`\1`}\}`

/** An image with the same URL in every size; texts cannot look like it, since their quotes are escaped. */
const inEverySize = new RegExp(String.raw`"images":\{${Object.entries(sizes).map(sized).join(',')}\}`, 'g')
const once = new RegExp(String.raw`"images":\{"url":(${text})\}`, 'g')

/**
 * Returns the JSON text that is stored of a Pin: an image that was sent by URL has it once, and gets its sizes when it
 * is answered.
 */
export const storedText = (pin: StoredPin): string => JSON.stringify(pin).replace(inEverySize, '"images":{"url":$1}')

/** Returns the JSON text that is answered of a stored Pin, every image in its sizes. */
export const answeredText = (json: string): string =>
  json.replace(once, (_, url: string) => `"images":{${parts.map(([part, end]) => part + url + end).join(',')}}`)

/** Returns what stands before and after the URL of each size. */
const parts = (Object.keys(sizes) as Size[]).map((size) => {
  const { width, height } = sizes[size]
  return [`"${size}":{"width":${width},"height":${height},"url":`, '}'] as const
})
