import { readFile } from 'node:fs/promises'
import type { Description } from './description.ts'

/** Resolves a file beside the built bundles as well: the build copies the documents there. */
const place = (name: string): URL => new URL(`../openapi/${name}`, import.meta.url)

/** Reads a committed document, since generating one takes half a second; a test proves that it is fresh. */
export const committedDocument = async (name: 'openapi.json' | 'control.json'): Promise<Description> =>
  JSON.parse(await readFile(place(name), 'utf8'))
