import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

const root = fileURLToPath(new URL('../..', import.meta.url))
const needed = [
  ...['server', 'db', 'openapi', 'migrations', 'scripts', 'package.json', 'tsconfig.json', 'biome.json'],
  ...['test/support', 'test/rules', 'test/fixtures', 'test/contract', 'test/properties/model'],
]

/** What a program wrote, and with which status it ended. */
export interface Ended {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** A copy of the tree, in which programs can write. */
export interface Copy {
  /** Returns the path of a file of the copy. */
  at(path: string): string
  /** Runs a file of the copy, or of a package, by Node.js. */
  run(file: string, ...words: readonly string[]): Promise<Ended>
}

/** Makes a copy of the tree for one test. */
export function copyOfTree(t: Test): Copy {
  const directory = t.testdir({})
  for (const path of needed) {
    mkdirSync(join(directory, path, '..'), { recursive: true })
    cpSync(join(root, path), join(directory, path), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(directory, 'node_modules'))
  return {
    at: (path) => join(directory, path),
    run: (file, ...words) =>
      new Promise((resolve) => {
        // Not as a part of the run that this is: its reporter, limits and loaders are not the copy's.
        const ours = Object.entries(process.env).filter(([name]) => !name.startsWith('TAP'))
        const env = { ...Object.fromEntries(ours), TAP: '1' }
        const command = ['-u', 'NODE_OPTIONS', process.execPath, file, ...words]
        execFile('env', command, { cwd: directory, env }, (error, stdout, stderr) =>
          resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr }),
        )
      }),
  }
}
