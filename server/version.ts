import { readFileSync } from 'node:fs'

/**
 * The version of this package. `package.json` is beside the sources, and one folder further up from the built files.
 */
export const version: string =
  ['../package.json', '../../package.json'].map(versionIn).find((found) => found !== '') ?? ''

function versionIn(path: string): string {
  try {
    return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).version
  } catch {
    return ''
  }
}
