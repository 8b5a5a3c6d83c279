/**
 * Adds an entry to the JSON text of an object, before the key `next`, or at the end where that key is absent. Nothing
 * is parsed: entities that are stored as text are answered with little more than a copy.
 *
 * @example
 * withKeyBefore('{"id":"1","name":"a"}', 'name', '"type":"x"') // '{"id":"1","type":"x","name":"a"}'
 */
export function withKeyBefore(json: string, next: string, entry: string): string {
  // Quotes within strings are escaped, therefore this is never found within one.
  const at = json.indexOf(`,"${next}":`)
  return at === -1 ? `${json.slice(0, -1)},${entry}}` : `${json.slice(0, at)},${entry}${json.slice(at)}`
}
