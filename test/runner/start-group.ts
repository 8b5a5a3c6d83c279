import { registerHooks } from 'node:module'

/**
 * Runs test files as a group, in this process or in what it becomes: tap loads into every process what measures coverage
 * and mocks modules, which reads each source a second time. Without coverage it is left out.
 */
export async function startGroup(files: readonly string[]): Promise<void> {
  const { NODE_OPTIONS, ...env } = process.env
  const isLoaded = process.execArgv.some((option) => option.includes('@tapjs'))
  const isCovered = env._TAPJS_PROCESSINFO_COVERAGE_ === '1'
  if (isLoaded && !isCovered && process.execve !== undefined) {
    const own = withoutTap(NODE_OPTIONS)
    process.execve(process.execPath, [process.execPath, ...process.argv.slice(1)], {
      ...env,
      ...(own !== '' && { NODE_OPTIONS: own }),
    })
  }
  if (!isLoaded) useOwnDomains()
  const { runFiles } = await import('./group.ts')
  runFiles(files)
}

/** Returns NODE_OPTIONS as they were before tap added to them. */
export const withoutTap = (options = ''): string => options.replaceAll(/"?--import=[^\s"]*@tapjs[^\s"]*"?/g, '').trim()

/** Gives tap another class for its domains, before it is loaded. */
function useOwnDomains(): void {
  const url = new URL('domain.ts', import.meta.url).href
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'async-hook-domain' ? { url, shortCircuit: true } : next(specifier, context),
  })
}
