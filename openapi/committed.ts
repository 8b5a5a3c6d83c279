import { readFile } from 'node:fs/promises'
import type { Description } from './description.ts'

/** Resolves a file beside the built bundles as well: the build copies the documents there. */
const place = (name: string): URL => new URL(`../openapi/${name}`, import.meta.url)

/** Reads a committed document, since generating one takes half a second; a test proves that it is fresh. */
export const committedDocument = async (name: 'openapi.json' | 'control.json'): Promise<Description> =>
  JSON.parse(await readFile(place(name), 'utf8'))

/** Returns a document whose servers have the public URL. */
export function withServerUrl(document: Description, publicUrl: string): Description {
  const servers = (document.servers ?? []).map(({ url, ...more }) => ({ ...more, url: publicUrl + url }))
  return { ...document, servers }
}
