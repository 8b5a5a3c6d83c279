import { readFile } from 'node:fs/promises'
import type { Description } from './description.ts'

/** Also where the build puts it, from the files that the server is built into. */
const place = (name: string): URL => new URL(`../openapi/${name}`, import.meta.url)

/** A document as it was generated last, which a test holds against the sources: to generate it takes half a second. */
export const committedDocument = async (name: 'openapi.json' | 'control.json'): Promise<Description> =>
  JSON.parse(await readFile(place(name), 'utf8'))

/** The same with its servers where clients reach them. */
export function reachedAt(document: Description, publicUrl: string): Description {
  const servers = (document.servers ?? []).map(({ url, ...more }) => ({ ...more, url: publicUrl + url }))
  return { ...document, servers }
}
