import { globSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the project is. */
export const root = new URL('../../', import.meta.url)

/** All test files, as paths from the project's root. */
export const testFiles = (): readonly string[] =>
  globSync('test/**/*.test.ts', { cwd: fileURLToPath(root), exclude: (name) => name.endsWith('node_modules') }).sort()
