import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

const root = new URL('../..', import.meta.url).pathname
const folders = ['server', 'db', 'openapi', 'scripts', 'test/properties/model']

/** A source file and what it imports: files as paths from the root, packages by name. */
export interface Source {
  readonly path: string
  readonly text: string
  /** All that it imports, at once or later. */
  readonly imports: readonly string[]
  /** What it loads later, by a call of `import`. */
  readonly loads: readonly string[]
}

const pathOf = (name: string, from: string): string => {
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? join(dirname(from), name) : name
}

/** Every source file that there are rules for. */
export const sources: readonly Source[] = folders
  .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => {
    const path = relative(root, join(entry.parentPath, entry.name))
    const text = readFileSync(join(root, path), 'utf8')
    const named = (pattern: RegExp): readonly string[] =>
      [...text.matchAll(pattern)].map(([, name = '']) => pathOf(name, path))
    return {
      path,
      text,
      imports: named(/(?:from|import)\s*\(?\s*'([^']+)'/g),
      loads: named(/import\s*\(\s*'([^']+)'/g),
    }
  })
