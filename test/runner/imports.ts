import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './files.ts'

const folders = '{server,db,openapi,scripts,bench,test}'

/** The TypeScript files of the project with what each of them imports, all as paths from the project's root. */
export type ImportGraph = ReadonlyMap<string, Imports>

/** What a file needs. */
export interface Imports {
  readonly text: string
  readonly files: readonly string[]
  readonly packages: readonly string[]
}

/** Reads what every file imports: statements, `import()`, types, and files that are named by `new URL()`. */
export function readImports(): ImportGraph {
  const cwd = fileURLToPath(root)
  const files = globSync(`${folders}/**/*.ts`, { cwd, exclude: (name) => name.endsWith('node_modules') })
  return new Map(files.map((file) => [file, importsOf(file)]))
}

function importsOf(file: string): Imports {
  const text = readFileSync(new URL(file, root), 'utf8')
  const named = [...text.matchAll(/(?:\bfrom|\bimport|new URL)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name)
  const isFile = (name: string): boolean => /^[#.]/.test(name)
  return {
    text,
    files: named.filter(isFile).map((name) => (name.startsWith('#') ? name.slice(1) : join(dirname(file), name))),
    packages: named.filter((name) => !isFile(name)),
  }
}

/** Everything that a file imports, itself included, also by way of other files but for those that `stops` names. */
export function reachedFrom(file: string, graph: ImportGraph, stops: (file: string) => boolean): ReadonlySet<string> {
  const reached = new Set([file])
  for (const one of reached) {
    if (stops(one)) continue
    for (const next of graph.get(one)?.files ?? []) reached.add(next)
  }
  return reached
}
