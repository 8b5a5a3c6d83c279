import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Test } from 'tap'
import { root } from './files.ts'

const execute = promisify(execFile)

/** Runs files of that content as a group in a process of its own; gives what it printed and whether it passed. */
export async function runGroup(t: Test, contents: Readonly<Record<string, string>>) {
  const folder = t.testdir(contents)
  const files = Object.keys(contents).map((name) => join(relative(fileURLToPath(root), folder), name))
  const group = join(folder, 'group.ts')
  const module = JSON.stringify(new URL('start-group.ts', import.meta.url))
  writeFileSync(group, `import { startGroup } from ${module}\n\nawait startGroup(${JSON.stringify(files)})\n`)
  const env = { PATH: process.env.PATH, TAP_TIMEOUT: '600' }
  const args = ['-u', 'NODE_OPTIONS', process.execPath, group]
  return execute('env', args, { env, cwd: fileURLToPath(root) }).then(
    ({ stdout }) => ({ passed: true, stdout }),
    ({ stdout }: { readonly stdout: string }) => ({ passed: false, stdout }),
  )
}
