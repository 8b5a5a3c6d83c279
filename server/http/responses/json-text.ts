/**
 * Returns JSON text of an object with one key more, before another that it has; at its end where it has not. Nothing is
 * parsed: what is stored as text is answered with little more than a copy.
 *
 * @example withKeyBefore('{"id":"1","name":"a"}', 'name', '"type":"x"') // '{"id":"1","type":"x","name":"a"}'
 *
 */
export function withKeyBefore(json: string, next: string, entry: string): string {
  // The quotes in a text are escaped, so that this is never found within one.
  const at = json.indexOf(`,"${next}":`)
  return at === -1 ? `${json.slice(0, -1)},${entry}}` : `${json.slice(0, at)},${entry}${json.slice(at)}`
}
