import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)
const record = new URL('build/sources.sha256', root)

/** Everything that a build is made of, packages by their versions. */
const inputs = ['{server,db,openapi,migrations,console,scripts/build}/**/*.*', 'package-lock.json', 'package.json']

/** Returns the hash of all sources of a build. */
export function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const path of globSync(inputs, { cwd: fileURLToPath(root) }).sort()) {
    hash.update(path).update(readFileSync(new URL(path, root)))
  }
  return hash.digest('hex')
}

/** The file that says of which sources `build/` is. It is no part of the package. */
export const sourcesRecord = fileURLToPath(record)

/** Tells whether `build/` is of the sources as they are now. */
export const isBuilt = (): boolean => existsSync(record) && readFileSync(record, 'utf8') === hashOfSources()
