import { statSync } from 'node:fs'
import { openMemory } from '#db/open.ts'
import { countRows } from '#db/rows.ts'
import { UsageError } from '../config/config.ts'
import { nearest } from '../http/nearest.ts'
import { seedSections } from '../registry/seed-sections.ts'
import { SeedFileError } from '../seeds/errors.ts'
import { builtInContent, builtInSeeds, seededImage } from '../seeds/image.ts'
import { seedJsonSchema } from '../seeds/json-schema.ts'
import { seedFilesIn } from '../seeds/seed-store.ts'

/** The output of `pinterest-ads-mock seed …`. */
export interface SeedCommandOutput {
  readonly printed: readonly string[]
  readonly refused: readonly SeedFileError[]
}

const commands = ['check', 'show', 'schema']
const usage = 'It is seed check FILE…, seed show NAME or seed schema.'

/**
 * Runs `seed check FILE…`, where a directory means all seeds in it, `seed show NAME` of a built-in seed, or `seed
 * schema`.
 *
 * @throws UsageError
 */
export function runSeedCommand([command = '', ...files]: readonly string[]): SeedCommandOutput {
  if ([command, ...files].some((word) => word === '--help' || word === '-h')) return { printed: [usage], refused: [] }
  if (!commands.includes(command)) {
    const suggestion = command === '' ? '' : ` Did you mean seed ${nearest(command, commands)}?`
    throw new UsageError(usage + suggestion)
  }
  if (command === 'show') return { printed: [showSeed(files.length === 1 ? files[0] : undefined)], refused: [] }
  if (command === 'schema') return { printed: [JSON.stringify(seedJsonSchema(), undefined, 2)], refused: [] }
  if (files.length === 0) throw new UsageError('seed check needs a file, or several.')
  return check(files.flatMap((file) => (isDirectory(file) ? seedFilesIn(file) : [file])))
}

/** Returns a built-in seed as the text of a seed file. */
function showSeed(name = ''): string {
  const content = builtInContent(name)
  if (content === undefined) throw new UsageError(`seed show takes one of ${builtInSeeds.join(', ')}.`)
  return JSON.stringify(content, undefined, 2)
}

function check(files: readonly string[]): SeedCommandOutput {
  const printed: string[] = []
  const refused: SeedFileError[] = []
  for (const file of files) {
    try {
      printed.push(`${file} is right: ${contentOf(seededImage(file))}`)
    } catch (error) {
      if (!(error instanceof SeedFileError)) throw error
      refused.push(error)
    }
  }
  return { printed, refused }
}

/** Summarizes the entities of a seed: `2 campaigns, 1 labels`. */
function contentOf(image: Buffer): string {
  const [counts, emptyCounts] = [countsOf(image), countsOf(seededImage('empty'))]
  const summary = seedSections.flatMap(({ name }, index) => {
    const count = (counts[index] ?? 0) - (emptyCounts[index] ?? 0)
    return count > 0 ? [`${count} ${name}`] : []
  })
  return summary.join(', ') || 'empty'
}

/** Counts the entities of each section in an image. */
function countsOf(image: Buffer): readonly number[] {
  const db = openMemory(image)
  try {
    return seedSections.map(({ name }) => countRows(db, name))
  } finally {
    db.close()
  }
}

const isDirectory = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false
