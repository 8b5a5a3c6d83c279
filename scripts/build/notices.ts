import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//

/**
 * Collects the licence texts of the packages that files come from, as their licences demand. A package without a text
 * is named with its licence and author.
 *
 * @param files Paths below the repository; those outside `node_modules` are ignored.
 */
export function noticesOf(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => packageFolder.exec(file)?.[1] ?? []))
  return `Parts of these packages are in the files beside this one.\n${[...folders].sort().map(noticeOf).join('')}`
}

function noticeOf(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:\.|$)/i.test(name))
  const text = file === undefined ? `By ${author?.name ?? author}.` : readFileSync(join(folder, file), 'utf8').trim()
  return `\n${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`
}
