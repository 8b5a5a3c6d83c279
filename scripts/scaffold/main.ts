import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { implementedOperations } from '#server/registry/operations.ts'
import { areaOf } from './area.ts'
import { draftOf } from './draft.ts'
import { root } from './folders.ts'
import { marksIn } from './mark.ts'
import { readDescription } from './read-description.ts'
import { ScaffoldError } from './refused.ts'
import { linesOf, refuseExisting, writeFiles } from './write.ts'

const usage = 'Usage: npm run scaffold -- NAME --from DESCRIPTION [--area AREA] [--operations ID,ID...]'

/** Writes the files of a resource, and returns what is left to do. */
function scaffold(words: readonly string[]): string {
  const { values, positionals } = parsed(words)
  const [name] = positionals
  if (name === undefined || positionals.length > 1 || values.from === undefined) throw new ScaffoldError(usage)
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new ScaffoldError(`NAME is as operations name it, as lead_forms: ${name}`)
  const description = readDescription(values.from)
  const selection = { name, ids: values.operations?.split(',') }
  const draft = draftOf(description, selection, areaOf(description, selection, values.area))
  refuseImplemented(draft.ids)
  refuseExisting(root, Object.keys(draft.files))
  writeFiles(root, draft.files, draft.edits)
  const lines = linesOf(root, Object.keys(draft.files))
  const marks = Object.keys(draft.files).map(
    (path) => [path, marksIn(readFileSync(new URL(path, root), 'utf8'))] as const,
  )
  return [
    ...marks.map(([path, count]) => `${path}: ${lines[path]} lines${count > 0 ? `, ${count} to decide` : ''}`),
    ...Object.keys(draft.edits).map((path) => `${path}: changed`),
    ...draft.notes,
    'Decide what is marked, then run: npm run report',
    'docs/contributing/add-a-resource.md has the whole way.',
  ].join('\n')
}

/** Refuses operations that a resource has already: a server takes each once. */
function refuseImplemented(ids: readonly string[]): void {
  const known = ids.filter((id) => implementedOperations.has(id))
  if (known.length > 0) throw new ScaffoldError(`Nothing is written, since a resource has already ${known.join(', ')}`)
}

function parsed(words: readonly string[]) {
  try {
    const options = { from: { type: 'string' }, area: { type: 'string' }, operations: { type: 'string' } } as const
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    throw new ScaffoldError(`${(error as Error).message}\n${usage}`)
  }
}

try {
  console.log(scaffold(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof ScaffoldError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
