import { registerHooks } from 'node:module'
import { join } from 'node:path'
import tap, { type Test } from 'tap'
import { writeDuration } from './durations.ts'
import { root } from './files.ts'

/** The subtest of each file, by the file's URL. */
const subtests = new Map<string, Test>()
const scheme = 'subtest:'
Object.assign(globalThis, { [Symbol.for(scheme)]: (url: string) => subtests.get(url) })

// What a file of this group imports as `tap` is its own subtest. Everything else is imported as ever.
registerHooks({
  resolve(specifier, context, next) {
    const url = context.parentURL ?? ''
    return specifier === 'tap' && subtests.has(url)
      ? { url: `${scheme}${url}`, format: 'module', shortCircuit: true }
      : next(specifier, context)
  },
  load(url, context, next) {
    if (!url.startsWith(scheme)) return next(url, context)
    const file = JSON.stringify(url.slice(scheme.length))
    return {
      source: `export default globalThis[Symbol.for('${scheme}')](${file})`,
      format: 'module',
      shortCircuit: true,
    }
  },
})

/** How many milliseconds a file may take. */
const timeout = Number(process.env.TAP_TIMEOUT ?? 600) * 1000

/**
 * Runs test files one after another in this process, each as a subtest that bears its name: the sources are imported
 * and compiled once for all of them. A file must leave the process as it was.
 */
export function runFiles(files: readonly string[]): void {
  tap.setTimeout(timeout * files.length)
  // tap tells the tap that started it by a channel, which the process that this one was does not leave to it.
  tap.comment(`timeout=${timeout * files.length}`)
  let before = stateOfProcess()
  tap.on('subtestEnd', ({ name, time }) => {
    if (time !== null && name.startsWith('test/')) writeDuration(name, Math.round(time))
    const after = stateOfProcess()
    for (const [what, value] of Object.entries(after)) {
      if (value !== before[what])
        tap.fail(`${name} left another ${what} behind`, { before: before[what], after: value })
    }
    before = after
  })
  // All at once: tap runs them one after another, and what it can say no more of one keeps no other from running.
  for (const file of files) void tap.test(file, { timeout }, (t) => runFile(t, file))
}

async function runFile(t: Test, file: string): Promise<void> {
  const { href } = new URL(file, root)
  // As when the file is run alone: names of folders may not grow without end.
  t.testdirName = join(root.pathname, '.tap/fixtures', file.replaceAll('/', '-'))
  subtests.set(href, t)
  await import(href)
}

/** What files share, since they share a process. */
const stateOfProcess = (): Readonly<Record<string, string>> => ({
  environment: JSON.stringify(process.env),
  'working directory': process.cwd(),
})
