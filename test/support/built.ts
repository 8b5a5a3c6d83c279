import { fileURLToPath } from 'node:url'
import { isBuilt } from '#scripts/build/sources.ts'

const root = new URL('../../', import.meta.url)
let built: boolean | undefined

/**
 * Whether tests start the program from `build/`, as users do: a start takes a quarter of the time that it takes from the
 * sources. Not when sources have changed since the build, and not when coverage of them is measured.
 */
export function startsBuilt(): boolean {
  built ??= process.env._TAPJS_PROCESSINFO_COVERAGE_ !== '1' && isBuilt()
  return built
}

/** The path of the program of the package. */
const program = fileURLToPath(new URL('bin/pinterest-ads-mock.js', root))
const main = new URL('../../server/cli/main.ts', import.meta.url).href
const entry = `import(${JSON.stringify(main)}).then(({ main }) => main(process.argv.slice(1)))`

/** The arguments of Node.js that start the program from its sources. */
export const fromSources = ['--eval', entry, '--'] as const

/** Returns the arguments of Node.js that start the program, which those of the program follow. */
export const programArguments = (): readonly string[] => (startsBuilt() ? [program] : fromSources)

/** Returns the module that lets scripts import the package by its name. */
export const packageHook = (): string => new URL(`test/recipes/${startsBuilt() ? 'built' : 'source'}.ts`, root).href
