import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installed } from './peers/installed.ts'

const packageFile = new URL('peers/package.json', import.meta.url)
const { dependencies }: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(packageFile, 'utf8'),
)

/** Installs the pinned versions of the peers unless they are installed. Install scripts do not run. */
export function installPeers(report: (text: string) => void): void {
  if (Object.entries(dependencies).every(([name, version]) => versionOfPeer(name) === version)) return
  report('installing the peers in bench/peers …')
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], {
    cwd: fileURLToPath(new URL('.', packageFile)),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Returns the installed version of a peer. */
export function versionOfPeer(name: string): string | undefined {
  const file = installed(`${name}/package.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined
}
