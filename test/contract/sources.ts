import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = new URL('../..', import.meta.url).pathname

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

const readSource = (path: string): Source => {
  const text = readFileSync(join(root, path), 'utf8')
  const named = (pattern: RegExp): readonly string[] =>
    [...text.matchAll(pattern)].map(([, name = '']) => pathOf(name, path))
  return {
    path,
    text,
    imports: named(/(?:from|import)\s*\(?\s*'([^']+)'/g),
    loads: named(/import\s*\(\s*'([^']+)'/g),
  }
}

/** Folders with a `package.json` of their own, which the `imports` of the project's do not reach. */
const packages = ['node_modules', 'test/clients', 'test/recipes', 'bench/peers']

/** Every source file of the repository, tests included. */
export const allSources: readonly Source[] = globSync('{server,db,openapi,scripts,bench,test}/**/*.ts', {
  cwd: root,
  exclude: (path) => packages.some((name) => path.endsWith(name)),
}).map(readSource)

/** Every source file that there are floors and walls for. */
export const sources: readonly Source[] = allSources.filter(({ path }) =>
  /^(server|db|openapi|scripts|test\/properties\/model)\//.test(path),
)
