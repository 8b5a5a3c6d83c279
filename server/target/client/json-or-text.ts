/** Returns a body as JSON where it is JSON, otherwise as its text; undefined where it is absent or empty. */
export function jsonOrText(text: string | null | undefined): unknown {
  if (text === undefined || text === null || text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
