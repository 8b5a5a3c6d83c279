import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const packageFolder = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//

/**
 * Collects the licence texts of the packages that files come from, as their licences demand. A package without a text
 * is named with its licence and author. A notice of the package, and the licences of what a file itself contains
 * (`file.js.LICENSE.txt`), come with them.
 *
 * @param files Paths below the repository; those outside `node_modules` are ignored.
 */
export function noticesOf(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => packageFolder.exec(file)?.[1] ?? []))
  const contained = files.map((file) => `${file}.LICENSE.txt`).filter((file) => existsSync(file))
  const notices = [...folders].sort().map((folder) => {
    const own = contained.filter((file) => file.startsWith(`${folder}/`)).map((file) => readFileSync(file, 'utf8'))
    return [noticeOf(folder), ...own.map((text) => `\n${text.trim()}\n`)].join('')
  })
  return `Parts of these packages are in the files beside this one.\n${notices.join('')}`
}

function noticeOf(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const textOf = (pattern: RegExp): string | undefined => {
    const file = readdirSync(folder).find((name) => pattern.test(name))
    return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim()
  }
  const licence = textOf(/^licen[cs]e(?:\.|$)/i) ?? `By ${author?.name ?? author}.`
  const text = [licence, textOf(/^notice(?:\.|$)/i)].filter((part) => part !== undefined).join('\n\n')
  return `\n${'-'.repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`
}
